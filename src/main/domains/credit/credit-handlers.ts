import type { EngineHandlers } from '../../application/ports.ts'
import { requireCompanyKey } from '../party/party-repository.ts'
import { listFinishedRatings } from '../standing/credit-grades.ts'
import { creditCommandHandlers } from './credit-commands.ts'
import { listCredit } from './credit-list.ts'
import { readTemplate } from './credit-repository.ts'
import { openSheet } from './credit-sheet.ts'

export const creditHandlers = {
  'credit.sheet': ({ database }, { accountId, quarter }) => openSheet(database, accountId, quarter).sheet,

  'credit.history': ({ database }, { accountId }) =>
    listFinishedRatings(database, [requireCompanyKey(database, accountId)])
      .reverse()
      .map(({ quarter, decision }) => ({ quarter, decision })),

  'credit.list': ({ database }, input) => listCredit(database, input),

  'credit.template': ({ database }) => readTemplate(database),

  ...creditCommandHandlers,
} satisfies EngineHandlers<'credit'>
