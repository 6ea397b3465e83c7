import { createHash } from 'node:crypto'
import type { ReadDatabase } from './workspace-database.ts'

export interface WorkspaceDump {
  /** SHA-256 over all lines. */
  hash: string
  lineCount: number
  /** `table [values…]`, ordered by table and primary key; empty unless asked for. */
  lines: string[]
}

/**
 * What the workspace shows, in the order it is dumped: registers, facts and what is derived from them.
 * The log, what is withdrawn and the search index are left out.
 */
const DUMPED_TABLES = [
  'party',
  'party_role',
  'employment',
  'category',
  'product',
  'setting',
  'currency_rate',
  'scoring_model',
  'saved_view',
  'import_mapping',
  'custom_field',
  'custom_value',
  'class_override',
  'class_publication',
  'scoring_scenario',
  'lifetime_assumption',
  'credit_template',
  'credit_rating',
  'purchase_factor',
  'purchase_judgement',
  'customer_spend',
  'white_space_cell',
  'opportunity',
  'cost_activity',
  'account_activity',
  'segment_worksheet',
  'relationship_complexity',
  'fact_batch',
  'order_line',
  'invoice',
  'payment',
  'sales_order',
  'account_month',
  'account_month_category',
  'product_sales',
  'account_standing',
  'standing_basis',
] as const

/** Rows that are kept and show nothing: an order all of whose lines are withdrawn, standings as of no day. */
const SHOWN: Readonly<Record<string, string>> = {
  invoice: 'is_withdrawn = 0',
  payment: 'is_withdrawn = 0',
  sales_order: 'line_count > 0',
  standing_basis: 'as_of_on IS NOT NULL',
}

interface Column {
  name: string
  type: string
  pk: number
}

/** Blobs have no form in JSON, so they are written as SQL would. */
function lineExpression(columns: readonly Column[]): string {
  const values = columns.map(({ name, type }) => (type === 'BLOB' ? `quote(${name})` : name))
  return `json_array(${values.join(', ')})`
}

/**
 * A canonical dump of the content: two workspaces with equal hashes show the same everywhere. Deleted rows are
 * left out. Half a million order lines take about a second.
 */
export function dumpWorkspace(database: ReadDatabase, options: { lines?: boolean } = {}): WorkspaceDump {
  const hash = createHash('sha256')
  const lines: string[] = []
  let lineCount = 0
  for (const table of DUMPED_TABLES) {
    const columns = database.sqlite.pragma(`table_info(${table})`) as Column[]
    const keys = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
    const shown = columns.some(({ name }) => name === 'is_deleted')
      ? 'is_deleted = 0'
      : (SHOWN[table] ?? 'true')
    const rows = database.sqlite
      .prepare<[], string>(
        `SELECT ${lineExpression(columns)} FROM ${table} WHERE ${shown} ORDER BY ${keys.map(({ name }) => name).join(', ')}`,
      )
      .pluck()
    for (const row of rows.iterate()) {
      const line = `${table} ${row}`
      hash.update(`${line}\n`)
      if (options.lines) lines.push(line)
      lineCount += 1
    }
  }
  return { hash: hash.digest('hex'), lineCount, lines }
}
