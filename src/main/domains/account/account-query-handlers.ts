import type { QueryHandlers } from '../../application/ports.ts'
import { compareAccount } from './account-contributions.ts'
import { getAccount } from './account-detail.ts'
import { explainAccount } from './account-explanation.ts'
import { readAccountHistory } from './account-history.ts'
import { listAccountLines } from './account-lines.ts'
import { listAccountIds, listAccounts, listFilterValues } from './account-list.ts'
import { findDuplicates } from './duplicates.ts'

export const accountQueryHandlers = {
  'account.list': ({ database }, view) => listAccounts(database, view),
  'account.listIds': ({ database }, view) => listAccountIds(database, view),
  'account.listFilterValues': ({ database }) => listFilterValues(database),
  'account.get': ({ database }, { id }) => getAccount(database, id),
  'account.history': ({ database }, { id }) => readAccountHistory(database, id),
  'account.explain': ({ database }, input) => explainAccount(database, input),
  'account.contributions': ({ database }, input) => compareAccount(database, input),
  'account.listLines': ({ database }, input) => listAccountLines(database, input),
  'account.findDuplicates': ({ database }, input) => findDuplicates(database, input),
} satisfies QueryHandlers<'account'>
