import type { ImportCheck } from '#shared/contract/import.ts'
import type { Day } from '#shared/domain/calendar.ts'
import type { RowProblem } from '#shared/domain/import.ts'
import type { JobControl } from '../../application/ports.ts'
import { readCsv } from '../../interchange/read-csv.ts'
import { type RejectedRow, rejectedFault } from '../../interchange/rejected-row.ts'
import { createProblemTally } from './problem-tally.ts'
import { createPlannedRecordParser, type RecordPlan } from './record-plan.ts'
import type { Placement, RecordTarget } from './record-target.ts'

/** Rows between two looks at whether the user wants to stop. */
const ROWS_PER_STEP = 2000
const LONGEST_VALUE = 200

/**
 * Reads the file row by row and hands each readable row to the target. Every row below the header is accepted or rejected.
 * Errors: column-undecided, cancelled.
 */
export async function readRecords(
  plan: RecordPlan,
  target: RecordTarget,
  control: JobControl,
  reject: (row: RejectedRow) => void,
): Promise<ImportCheck> {
  const { file } = plan
  const parse = createPlannedRecordParser(plan)
  const summary = createRecordSummary()
  let rowCount = 0
  let reportedAt = 0
  for (const batch of readCsv(file)) {
    const refused: RejectedRow[] = batch.faults.map((fault) => rejectedFault(fault, file.headers))
    for (let at = 0; at < batch.rows.length; at += 1) {
      const cells = batch.rows[at] ?? []
      const row = batch.rowNumbers[at] ?? 0
      const result = parse(cells, row)
      if (!result.ok) {
        refused.push({ row, cells, problems: result.problems })
        continue
      }
      const placement = target.place(result.values)
      if (placement.state === 'rejected') {
        refused.push({ row, cells, problems: [problemOf(plan, placement, cells, row)] })
      } else summary.accept(placement)
    }
    if (batch.faults.length > 0) refused.sort((one, other) => one.row - other.row)
    for (const row of refused) {
      summary.reject(row.problems)
      reject(row)
    }
    rowCount += batch.rows.length + batch.faults.length
    if (rowCount - reportedAt >= ROWS_PER_STEP) {
      reportedAt = rowCount
      await control.checkpoint({ done: batch.bytesRead, total: file.bytes, rows: rowCount })
    }
  }
  await control.checkpoint({ done: file.bytes, total: file.bytes, rows: rowCount })
  return { kind: plan.kind, ...summary.figures(), ...target.figures() }
}

/** A problem of the named field, or of the first column where the file does not have it. */
function problemOf(
  { fields, file }: RecordPlan,
  { code, field }: Extract<Placement, { state: 'rejected' }>,
  cells: readonly string[],
  row: number,
): RowProblem {
  const column = fields.find((mapped) => mapped.field === field)?.column
  const value = (cells[column?.index ?? 0] ?? '').slice(0, LONGEST_VALUE)
  return { row, column: column?.header ?? file.headers[0] ?? '', value, code }
}

type Figures = Omit<ImportCheck, 'kind' | keyof ReturnType<RecordTarget['figures']>>

function createRecordSummary(): {
  accept: (placement: Exclude<Placement, { state: 'rejected' }>) => void
  reject: (problems: readonly RowProblem[]) => void
  figures: () => Figures
} {
  const counts = { created: 0, updated: 0, unchanged: 0 }
  const currencies = new Map<string, number>()
  const problems = createProblemTally()
  let rejectedCount = 0
  let positive = 0
  let negative = 0
  let negativeCount = 0
  let firstOn: Day | null = null
  let lastOn: Day | null = null
  return {
    accept({ state, baseAmount, currency, on }) {
      counts[state] += 1
      if (baseAmount !== undefined) {
        if (baseAmount < 0) {
          negative -= baseAmount
          negativeCount += 1
        } else positive += baseAmount
      }
      if (currency !== undefined) currencies.set(currency, (currencies.get(currency) ?? 0) + 1)
      if (on === undefined) return
      if (firstOn === null || on < firstOn) firstOn = on
      if (lastOn === null || on > lastOn) lastOn = on
    },
    reject(found) {
      rejectedCount += 1
      problems.add(found)
    },
    figures() {
      const accepted = counts.created + counts.updated + counts.unchanged
      return {
        total: accepted + rejectedCount,
        accepted,
        rejected: rejectedCount,
        ...counts,
        orders: 0,
        returnLines: negativeCount,
        firstOrderedOn: firstOn,
        lastOrderedOn: lastOn,
        grossSales: positive,
        returns: negative,
        currencies: [...currencies]
          .map(([code, rows]) => ({ currency: code, rowCount: rows }))
          .sort((one, other) => other.rowCount - one.rowCount),
        problems: problems.groups(),
      }
    },
  }
}
