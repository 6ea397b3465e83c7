import type { AccountDetail } from '#shared/contract/account.ts'
import { MainstayError } from '#shared/contract/call-result.ts'
import type { Id } from '#shared/domain/id.ts'
import { idToBlob } from '../../database/id-blob.ts'
import { tables } from '../../database/schema.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { currentLevel } from '../../scoring/account-inputs.ts'
import { readOrderRhythm } from '../order/order-aggregates.ts'
import { readSalesFactsOf } from '../standing/account-facts-repository.ts'
import { DEFAULT_WINDOW_MONTHS } from '../standing/classify-at.ts'
import { effectiveAsOf } from '../standing/effective-as-of.ts'
import { rowToJudgement } from '../standing/judgement-row.ts'
import { windowsOf } from '../standing/window-pair.ts'
import { listRoles } from './account-repository.ts'
import { partyWithoutStanding, rowToAccountRow, rowToCompanyFields } from './account-row.ts'
import { completenessOf } from './completeness.ts'

/** A living company. Errors: not-found. */
export function getCompany(database: ReadDatabase, id: Id) {
  const party = database.get(
    tables
      .selectFrom('party')
      .selectAll()
      .where('id', '=', idToBlob(id))
      .where('kind', '=', 'company')
      .where('is_deleted', '=', 0),
  )
  if (!party) throw new MainstayError('not-found', 'There is no such account.', { id, kind: 'account' })
  return party
}

/** Errors: not-found. */
export function getAccount(database: ReadDatabase, id: Id): AccountDetail {
  const party = getCompany(database, id)
  const standing = database.get(
    tables.selectFrom('account_standing').selectAll().where('account_key', '=', party.key),
  )
  const asOf = effectiveAsOf(database)
  const sales =
    asOf === null
      ? null
      : readSalesFactsOf(database, windowsOf(asOf, DEFAULT_WINDOW_MONTHS), [party.key])(party.key)
  const judgements = {
    influence: rowToJudgement(party.influence),
    industryInfluence: rowToJudgement(party.industry_influence),
    dealPotential: rowToJudgement(party.deal_potential),
  }
  const isCurrent = (judgement: keyof typeof judgements) =>
    asOf === null ? judgements[judgement] !== null : currentLevel(judgements[judgement], asOf) !== null
  const judged = (['influence', 'industryInfluence', 'dealPotential'] as const).filter(isCurrent)
  const company = rowToCompanyFields(party)
  const peopleCount = countPeople(database, id)
  return {
    row: standing ? rowToAccountRow({ ...party, ...standing }) : partyWithoutStanding(party),
    company,
    judgements,
    roles: listRoles(database, id),
    ...completenessOf({
      company,
      judged: new Set(judged),
      hasPeople: peopleCount > 0,
      hasTraded: sales?.lines === 'by-then',
    }),
    firstOrderedOn: sales?.firstOrderedOn ?? null,
    lastOrderedOn: sales?.lastOrderedOn ?? null,
    orderRhythmDays: asOf === null ? null : readOrderRhythm(database, party.key, asOf),
    peopleCount,
  }
}

/** People who work there now. */
function countPeople(database: ReadDatabase, companyId: Id): number {
  const row = database.get(
    tables
      .selectFrom('employment')
      .innerJoin('party as person', 'person.id', 'employment.person_id')
      .where('employment.company_id', '=', idToBlob(companyId))
      .where('employment.is_deleted', '=', 0)
      .where('employment.ended_on', 'is', null)
      .where('person.is_deleted', '=', 0)
      .select((builder) => builder.fn.count<number>('person.key').distinct().as('people')),
  )
  return row?.people ?? 0
}
