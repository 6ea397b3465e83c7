import type { ReadDatabase } from '../../database/workspace-database.ts'
import { openInvoiceTarget } from './invoice-target.ts'
import { openPaymentTarget } from './payment-target.ts'
import type { RecordPlan } from './record-plan.ts'
import type { RecordTarget } from './record-target.ts'

/** The target of the plan's kind. A batch key opens it to write facts; without one nothing is written. */
export function openRecordTarget(
  database: ReadDatabase,
  plan: RecordPlan,
  batchKey: number | null,
): RecordTarget {
  switch (plan.kind) {
    case 'invoices':
      return openInvoiceTarget(database, plan, batchKey)
    case 'payments':
      return openPaymentTarget(database, plan, batchKey)
    default:
      throw new RangeError(`There is no target for ${plan.kind}.`)
  }
}
