import { MOST_MOVES, type PublicationMove, type PublicationPreview } from '#shared/contract/publication.ts'
import type { Quarter } from '#shared/domain/quarter.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { classRank } from '../standing/standing-row.ts'
import { requireOpenQuarter } from './open-quarters.ts'
import { isChanged, isHeld, type SettledAccount, settleQuarter } from './settle-quarter.ts'

/** Who would change and who is held, and why. Errors: those of an open quarter; no-data without accounts. */
export function previewPublication(database: ReadDatabase, quarter: Quarter): PublicationPreview {
  requireOpenQuarter(database, quarter)
  const { asOf, model, previous, accounts } = settleQuarter(database, quarter)
  const changed = accounts.filter(isChanged)
  const held = accounts.filter(isHeld)
  const entered = accounts.filter(({ before }) => before === null).length
  return {
    quarter,
    asOf,
    modelVersion: model.version,
    modelName: model.name,
    previousQuarter: previous?.quarter ?? null,
    hysteresis: model.hysteresis.enabled
      ? { points: model.hysteresis.points, periods: model.hysteresis.periods }
      : null,
    accountCount: accounts.length,
    changed: changed.length,
    held: held.length,
    overridden: accounts.filter(({ basis }) => basis === 'override').length,
    unchanged: accounts.length - changed.length - entered,
    entered,
    changes: moves(changed),
    holds: moves(held),
  }
}

/** The best classes first, then by score, so that what matters most stands on top. */
function moves(accounts: readonly SettledAccount[]): PublicationMove[] {
  const best = ({ valueClass, before }: SettledAccount) =>
    Math.min(classRank(valueClass) ?? 99, classRank(before?.valueClass ?? null) ?? 99)
  return [...accounts]
    .sort((a, b) => best(a) - best(b) || (b.score ?? 0) - (a.score ?? 0) || a.accountKey - b.accountKey)
    .slice(0, MOST_MOVES)
    .map(({ accountId, name, before, valueClass, calculated, score, basis }) => ({
      accountId,
      name,
      from: before?.valueClass ?? null,
      to: valueClass,
      calculated,
      scorePercent: score,
      basis,
    }))
}
