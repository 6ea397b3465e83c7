import type { ReadDatabase } from '../../database/workspace-database.ts'
import { openInvoiceTarget } from './invoice-target.ts'
import { openOpportunityTarget } from './opportunity-target.ts'
import { openPartyTarget } from './party-target.ts'
import { openPaymentTarget } from './payment-target.ts'
import { openProductTarget } from './product-target.ts'
import type { RecordPlan } from './record-plan.ts'
import type { RecordTarget } from './record-target.ts'
import { openSpendTarget } from './spend-target.ts'

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
    case 'products':
      return openProductTarget(database, plan)
    case 'parties':
      return openPartyTarget(database, plan)
    case 'opportunities':
      return openOpportunityTarget(database, plan)
    case 'customer-spend':
      return openSpendTarget(database, plan)
  }
}
