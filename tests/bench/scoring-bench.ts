import { DuckDBInstance } from '@duckdb/node-api'
import { openDatabase } from '../../src/main/database/open-database.ts'
import { classifyAt } from '../../src/main/domains/standing/classify-at.ts'
import { type BenchRow, ratioRow } from './bench-table.ts'
import { AS_OF } from './generated-orders.ts'
import { timeCalls } from './measure.ts'

const RUNS = 7

/** RFM by quintiles and ABC by cumulative share of the last twelve months, as an analyst would write them. */
const DUCKDB_QUERY = `
WITH sums AS (
  SELECT customer_number,
    date_diff('day', max(ordered_on), DATE '${AS_OF}') AS recency,
    count(DISTINCT order_number) AS frequency,
    sum(quantity * unit_price) AS monetary
  FROM orders
  WHERE ordered_on > DATE '${AS_OF}' - INTERVAL 12 MONTH AND ordered_on <= DATE '${AS_OF}'
  GROUP BY customer_number
), ranked AS (
  SELECT *,
    ntile(5) OVER (ORDER BY recency DESC) AS r,
    ntile(5) OVER (ORDER BY frequency) AS f,
    ntile(5) OVER (ORDER BY monetary) AS m,
    (sum(monetary) OVER (ORDER BY monetary DESC) - monetary) / sum(monetary) OVER () AS before
  FROM sums
)
SELECT *, CASE WHEN before < 0.8 THEN 'A' WHEN before < 0.95 THEN 'B' ELSE 'C' END AS abc FROM ranked`

/** ABC, RFM and value classes of every account against DuckDB computing RFM and ABC from its own table. */
export async function benchScoring(csv: string, workspace: string): Promise<BenchRow[]> {
  const duckdb = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await duckdb.connect()
  await connection.run(
    `CREATE TABLE orders AS SELECT order_number, ordered_on::DATE AS ordered_on, customer_number,
       quantity::DOUBLE AS quantity, unit_price::DOUBLE AS unit_price FROM read_csv('${csv}', all_varchar = true)`,
  )
  const peer = await timeCalls(RUNS, async () => (await connection.runAndReadAll(DUCKDB_QUERY)).getRows())
  connection.closeSync()

  const database = openDatabase(workspace, { mode: 'reader' })
  try {
    const ours = await timeCalls(RUNS, () => classifyAt(database, AS_OF))
    return [
      ratioRow(
        'ABC + RFM + value classes, 10,000 accounts',
        ours,
        { name: 'DuckDB, RFM + ABC', value: peer },
        1,
      ),
    ]
  } finally {
    database.close()
  }
}
