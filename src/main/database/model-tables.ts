import type { Generated } from 'kysely'
import type { Flag } from './schema.ts'

interface CustomFieldTable {
  id: Buffer
  is_deleted: Generated<Flag>
  owner: string | null
  name: string | null
  kind: string | null
  options: string | null
  unit: string | null
  position: number | null
}

interface CustomValueTable {
  id: Buffer
  is_deleted: Generated<Flag>
  party_id: Buffer | null
  field_id: Buffer | null
  value: string | null
}

interface ClassOverrideTable {
  id: Buffer
  is_deleted: Generated<Flag>
  party_id: Buffer | null
  value_class: string | null
  reason: string | null
  author: string | null
  set_on: string | null
  expires_on: string | null
  ended_on: string | null
  ended_by: string | null
}

interface ClassPublicationTable {
  id: Buffer
  is_deleted: Generated<Flag>
  quarter: string | null
  as_of_on: string | null
  model_version: number | null
  published_at: string | null
  published_by: string | null
  results: string | null
}

interface ScoringScenarioTable {
  id: Buffer
  is_deleted: Generated<Flag>
  name: string | null
  definition: string | null
  created_at: string | null
  created_by: string | null
}

interface LifetimeAssumptionTable {
  id: Buffer
  is_deleted: Generated<Flag>
  party_id: Buffer | null
  assumption: string | null
}

interface CreditTemplateTable {
  id: Buffer
  is_deleted: Generated<Flag>
  version: number | null
  definition: string | null
}

interface CreditRatingTable {
  id: Buffer
  is_deleted: Generated<Flag>
  party_id: Buffer | null
  quarter: string | null
  entries: string | null
  decision: string | null
}

interface PurchaseFactorTable {
  id: Buffer
  is_deleted: Generated<Flag>
  name: string | null
  description: string | null
  position: number | null
  prior_points: number | null
}

interface PurchaseJudgementTable {
  id: Buffer
  is_deleted: Generated<Flag>
  party_id: Buffer | null
  scenario: string | null
  judgement: string | null
}

interface CustomerSpendTable {
  id: Buffer
  is_deleted: Generated<Flag>
  party_id: Buffer | null
  category_id: Buffer | null
  year: number | null
  amount: number | null
  low_amount: number | null
  high_amount: number | null
  currency: string | null
  source: string | null
  source_on: string | null
  confidence: string | null
  supplier_rank: number | null
  supplier_count: number | null
  competitors: string | null
}

interface WhiteSpaceCellTable {
  id: Buffer
  is_deleted: Generated<Flag>
  party_id: Buffer | null
  category_id: Buffer | null
  state: string | null
  potential_amount: number | null
  potential_currency: string | null
  competitor: string | null
  next_step: string | null
  opportunity_id: Buffer | null
}

interface OpportunityTable {
  id: Buffer
  is_deleted: Generated<Flag>
  party_id: Buffer | null
  number: string | null
  name: string | null
  category_id: Buffer | null
  value_amount: number | null
  value_currency: string | null
  stage: string | null
  probability_percent: number | null
  expected_close_on: string | null
  outcome: string | null
  closed_on: string | null
  reasons: string | null
  competitor: string | null
  scenario: string | null
  owner: string | null
  opened_on: string | null
  notes: string | null
}

interface CostActivityTable {
  id: Buffer
  is_deleted: Generated<Flag>
  name: string | null
  unit: string | null
  driver: string | null
  position: number | null
  rate_amount: number | null
  rate_currency: string | null
}

interface AccountActivityTable {
  id: Buffer
  is_deleted: Generated<Flag>
  party_id: Buffer | null
  activity_id: Buffer | null
  year: number | null
  quantity: number | null
}

interface SegmentWorksheetTable {
  id: Buffer
  is_deleted: Generated<Flag>
  segment: string | null
  best_party_id: Buffer | null
  worst_party_id: Buffer | null
  next_action: string | null
  owner: string | null
  due_on: string | null
}

interface RelationshipComplexityTable {
  id: Buffer
  is_deleted: Generated<Flag>
  party_id: Buffer | null
  counts: string | null
}

interface InvoiceTable {
  key: Generated<number>
  batch_key: number
  account_key: number
  number: string
  issued_on: string
  due_on: string
  amount: number
  currency: string
  base_amount: number
  is_disputed: Generated<Flag>
  is_withdrawn: Generated<Flag>
}

interface PaymentTable {
  key: Generated<number>
  batch_key: number
  invoice_number: string
  paid_on: string
  amount: number
  currency: string
  base_amount: number
  is_withdrawn: Generated<Flag>
}

/** The tables of migration 0002: what the scoring models rest on. */
export interface ModelTables {
  custom_field: CustomFieldTable
  custom_value: CustomValueTable
  class_override: ClassOverrideTable
  class_publication: ClassPublicationTable
  scoring_scenario: ScoringScenarioTable
  lifetime_assumption: LifetimeAssumptionTable
  credit_template: CreditTemplateTable
  credit_rating: CreditRatingTable
  purchase_factor: PurchaseFactorTable
  purchase_judgement: PurchaseJudgementTable
  customer_spend: CustomerSpendTable
  white_space_cell: WhiteSpaceCellTable
  opportunity: OpportunityTable
  cost_activity: CostActivityTable
  account_activity: AccountActivityTable
  segment_worksheet: SegmentWorksheetTable
  relationship_complexity: RelationshipComplexityTable
  invoice: InvoiceTable
  payment: PaymentTable
}
