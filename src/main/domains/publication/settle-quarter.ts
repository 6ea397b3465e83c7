import { MainstayError } from '#shared/contract/call-result.ts'
import type { PublicationBasis } from '#shared/contract/publication.ts'
import { type Day, type MonthIndex, monthOf } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import { lastDayOfQuarter, type Quarter } from '#shared/domain/quarter.ts'
import type { ScoringModel } from '#shared/domain/scoring-model.ts'
import type { SettledBy } from '#shared/domain/settled-by.ts'
import type { ValueClass } from '#shared/domain/value-class.ts'
import { blobToId } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { CLEAN_MONTHS, settleClass } from '../../scoring/hysteresis.ts'
import { roundToDecimals } from '../../scoring/readable-number.ts'
import { readOverriddenClasses } from '../standing/class-overrides.ts'
import { whileUnchanged } from '../standing/while-unchanged.ts'
import { type CalculatedMonth, calculateMonth } from './calculated-classes.ts'
import { listPublications, readResults, type StoredPublication } from './publication-repository.ts'
import type { PublishedResult } from './publication-row.ts'

export interface SettledAccount extends PublishedResult {
  accountKey: number
  accountId: Id
  name: string
  /** As last published; null where it never was. */
  before: PublishedResult | null
}

export interface SettledQuarter {
  quarter: Quarter
  asOf: Day
  model: ScoringModel
  /** The publication that classes are held against. */
  previous: StoredPublication | null
  accounts: SettledAccount[]
}

const remember = whileUnchanged<SettledQuarter>(2)

/**
 * What publishing a quarter would announce: the monthly classes up to its end, settled against what was last
 * published, with the overrides in force on its last day. Errors: no-data without a model or accounts then.
 */
export function settleQuarter(database: ReadDatabase, quarter: Quarter): SettledQuarter {
  return remember(database, quarter, () =>
    settleFrom(database, quarter, (month) => calculateMonth(database, month)),
  )
}

/** The same without remembering it, from months that the caller may keep over several quarters. */
export function settleFrom(
  database: ReadDatabase,
  quarter: Quarter,
  calculate: (month: MonthIndex) => CalculatedMonth,
): SettledQuarter {
  const asOf = lastDayOfQuarter(quarter)
  const lastMonth = monthOf(asOf)
  const latest = calculate(lastMonth)
  const { model } = latest
  if (!model || latest.byAccount.size === 0) {
    throw new MainstayError('no-data', `Nobody has a class at the end of ${quarter}.`)
  }
  const previous = listPublications(database).findLast((published) => published.quarter < quarter) ?? null
  const before = previous ? readResults(database, previous.quarter) : new Map<Id, PublishedResult>()
  // Without anything published before, the last month alone decides.
  const monthCount = previous ? Math.max(CLEAN_MONTHS, model.hysteresis.periods) : 1
  const months = Array.from({ length: monthCount }, (_, at) => calculate(lastMonth - monthCount + 1 + at))
  const overridden = readOverriddenClasses(database, asOf)
  const parties = readParties(database)

  const accounts = [...latest.byAccount].flatMap(([accountKey, { valueClass: calculated, score }]) => {
    const party = parties.get(accountKey)
    if (!party) return []
    const earlier = before.get(party.id) ?? null
    const settled = settleClass(
      earlier?.settled ?? null,
      months.flatMap(({ byAccount }) => byAccount.get(accountKey) ?? []),
      model,
    )
    if (!settled) return []
    const override = overridden.get(accountKey)
    const account: SettledAccount = {
      accountKey,
      accountId: party.id,
      name: party.name,
      before: earlier,
      valueClass: override ?? settled.valueClass,
      settled: settled.valueClass,
      calculated,
      score: score === null ? null : roundToDecimals(score, 2),
      basis: override === undefined ? basisOf(settled, earlier) : 'override',
    }
    return [account]
  })
  return { quarter, asOf, model, previous, accounts }
}

/** A settled class that stays is still news where an override was announced in its place. */
function basisOf(
  { valueClass, settledBy }: { valueClass: ValueClass; settledBy: SettledBy },
  earlier: PublishedResult | null,
): PublicationBasis {
  const isUncovered = settledBy === 'unchanged' && earlier !== null && earlier.valueClass !== valueClass
  return isUncovered ? 'override-ended' : settledBy
}

function readParties({ sqlite }: ReadDatabase): Map<number, { id: Id; name: string }> {
  const rows = sqlite
    .prepare<[], { key: number; id: Buffer; name: string }>(
      "SELECT key, id, name FROM party WHERE kind = 'company' AND is_deleted = 0",
    )
    .all()
  return new Map(rows.map(({ key, id, name }) => [key, { id: blobToId(id), name }]))
}

/** The announced class differs from the one before. */
export function isChanged({ before, valueClass }: SettledAccount): boolean {
  return before !== null && before.valueClass !== valueClass
}

/** The calculated class differs from the announced one, and no override is why. */
export function isHeld({ basis }: Pick<PublishedResult, 'basis'>): boolean {
  return basis.startsWith('held')
}
