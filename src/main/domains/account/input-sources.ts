import type { AccountExplanation } from '#shared/contract/account.ts'
import type { Day } from '#shared/domain/calendar.ts'
import type { Id } from '#shared/domain/id.ts'
import { type CriterionKey, isFieldCriterion } from '#shared/domain/scoring-model.ts'
import { blobToId, idToBlob } from '../../database/id-blob.ts'
import type { ReadDatabase } from '../../database/workspace-database.ts'
import { registerHistory } from '../../ledger/read-history.ts'
import type { AccountFacts } from '../standing/portfolio-facts.ts'
import type { WindowPair } from '../standing/window-pair.ts'

type Source = AccountExplanation['items'][number]['source']

const NO_SOURCE: Source = { kind: 'none', lineCount: 0, label: null, at: null }
const OTHER_MODEL: Source = { ...NO_SOURCE, kind: 'model' }

interface LineCells {
  lineCount: number
  label: string | null
  at: string | null
}

/** Where an account's inputs come from: the rows and the newest file they are in, or who judged and when. */
export function createSourceReader(
  database: ReadDatabase,
  id: Id,
  { accountKey, influence }: AccountFacts,
  { window, priorWindow }: WindowPair,
): (criterion: CriterionKey) => Source {
  const fromRows = (kind: 'orders' | 'invoices', counted: string, from: Day, to: Day): Source => {
    const cells = database.sqlite
      .prepare<{ accountKey: number; from: Day; to: Day }, LineCells>(
        `SELECT lineCount, file_name AS label, imported_at AS at FROM (${counted})
         LEFT JOIN fact_batch ON fact_batch.key = batchKey`,
      )
      .get({ accountKey, from, to })
    return cells && cells.lineCount > 0 ? { kind, ...cells } : NO_SOURCE
  }
  const fromLines = (from: Day, to: Day, condition: string): Source =>
    fromRows(
      'orders',
      `SELECT count(*) AS lineCount, max(line.batch_key) AS batchKey
       FROM sales_order AS placed CROSS JOIN order_line AS line ON line.order_key = placed.key
       WHERE placed.account_key = @accountKey AND line.ordered_on BETWEEN @from AND @to AND ${condition}`,
      from,
      to,
    )
  return (criterion) => {
    if (isFieldCriterion(criterion)) return fieldSource(database, id, criterion.slice('field:'.length))
    switch (criterion) {
      case 'sales':
        return fromLines(window.from, window.to, 'true')
      case 'margin':
        return fromLines(window.from, window.to, 'line.base_cost IS NOT NULL')
      case 'growth':
        return fromLines(priorWindow.from, window.to, 'true')
      case 'collection':
      case 'timeliness':
        return fromRows(
          'invoices',
          `SELECT count(*) AS lineCount, max(batch_key) AS batchKey FROM invoice
           WHERE account_key = @accountKey AND due_on BETWEEN @from AND @to AND is_withdrawn = 0`,
          window.from,
          window.to,
        )
      case 'influence': {
        if (!influence) return NO_SOURCE
        const [newest] = registerHistory(database, id, 'influence')
        return { kind: 'judgement', lineCount: 0, label: influence.author, at: newest?.at ?? null }
      }
      default:
        return OTHER_MODEL
    }
  }
}

/** The field's name and when its value was last written. */
function fieldSource(database: ReadDatabase, id: Id, fieldId: Id): Source {
  const row = database.sqlite
    .prepare<[Buffer, Buffer], { id: Buffer; name: string | null }>(
      `SELECT custom_value.id, custom_field.name
       FROM custom_value JOIN custom_field ON custom_field.id = custom_value.field_id
       WHERE custom_value.party_id = ? AND custom_value.field_id = ? AND custom_value.is_deleted = 0`,
    )
    .get(idToBlob(id), idToBlob(fieldId))
  if (!row) return NO_SOURCE
  const [newest] = registerHistory(database, blobToId(row.id), 'value')
  return { kind: 'field', lineCount: 0, label: row.name, at: newest?.at ?? null }
}
