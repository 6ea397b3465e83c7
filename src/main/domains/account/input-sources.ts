import type { AccountExplanation } from '#shared/contract/account.ts'
import type { Day } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import type { CriterionKey } from '#shared/domain/scoring-model.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { registerHistory } from '../../ledger/read-history.ts'
import type { AccountFacts } from '../standing/portfolio-facts.ts'
import type { WindowPair } from '../standing/window-pair.ts'

type Source = AccountExplanation['items'][number]['source']

const NO_SOURCE: Source = { kind: 'none', lineCount: 0, label: null, at: null }

interface LineCells {
  lineCount: number
  label: string | null
  at: string | null
}

/** Where an account's inputs come from: the lines and the newest file they are in, or who judged and when. */
export function createSourceReader(
  database: ReadDatabase,
  id: Id,
  { accountKey, influence }: AccountFacts,
  { window, priorWindow }: WindowPair,
): (criterion: CriterionKey) => Source {
  const fromLines = (from: Day, to: Day, condition: string): Source => {
    const cells = database.sqlite
      .prepare<[number, Day, Day], LineCells>(
        `SELECT lineCount, file_name AS label, imported_at AS at
         FROM (SELECT count(*) AS lineCount, max(line.batch_key) AS batchKey
           FROM sales_order AS placed CROSS JOIN order_line AS line ON line.order_key = placed.key
           WHERE placed.account_key = ? AND line.ordered_on BETWEEN ? AND ? AND ${condition})
         LEFT JOIN fact_batch ON fact_batch.key = batchKey`,
      )
      .get(accountKey, from, to)
    return cells && cells.lineCount > 0 ? { kind: 'orders', ...cells } : NO_SOURCE
  }
  return (criterion) => {
    switch (criterion) {
      case 'sales':
        return fromLines(window.from, window.to, 'true')
      case 'margin':
        return fromLines(window.from, window.to, 'line.base_cost IS NOT NULL')
      case 'growth':
        return fromLines(priorWindow.from, window.to, 'true')
      case 'influence': {
        if (!influence) return NO_SOURCE
        const [newest] = registerHistory(database, id, 'influence')
        return { kind: 'judgement', lineCount: 0, label: influence.author, at: newest?.at ?? null }
      }
      default:
        return NO_SOURCE
    }
  }
}
