import type { PortfolioOverview } from '#shared/contract/portfolio.ts'
import { blobToId } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import type { OverviewAccount } from './overview-accounts.ts'

const MOST_EACH_WAY = 20
const MOST_SLIPPED = 5

/**
 * The largest rises and falls of sales against the window before, largest change first, with the largest
 * accounts that have slipped to Problem among them.
 */
export function listMovers(
  { sqlite }: ReadDatabase,
  accounts: readonly OverviewAccount[],
): PortfolioOverview['movers'] {
  const changeOf = (account: OverviewAccount) => account.net - account.priorNet
  const moved = accounts
    .filter((account) => changeOf(account) !== 0)
    .sort((a, b) => changeOf(b) - changeOf(a))
  const slipped = accounts
    .filter(({ valueClass, previousValueClass }) => valueClass === 'problem' && previousValueClass !== null)
    .filter((account) => account.previousValueClass !== 'problem')
    .sort((a, b) => b.net - a.net)
  const movers = new Set([
    ...moved.filter((account) => changeOf(account) > 0).slice(0, MOST_EACH_WAY),
    ...moved.filter((account) => changeOf(account) < 0).slice(-MOST_EACH_WAY),
    ...slipped.slice(0, MOST_SLIPPED),
  ])
  const party = sqlite.prepare<[number], { id: Buffer; name: string }>(
    'SELECT id, name FROM party WHERE key = ?',
  )
  return [...movers]
    .sort((a, b) => Math.abs(changeOf(b)) - Math.abs(changeOf(a)) || a.accountKey - b.accountKey)
    .flatMap((account) => {
      const row = party.get(account.accountKey)
      if (!row) return []
      return [
        {
          id: blobToId(row.id),
          name: row.name,
          valueClass: account.valueClass,
          previousValueClass: account.previousValueClass,
          netSales: account.net,
          change: changeOf(account),
          growthPercent: account.growthPercent,
        },
      ]
    })
}
