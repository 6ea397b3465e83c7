import {
  DummyDriver,
  type Generated,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'

/** 0 or 1; row files turn it into a boolean. */
export type Flag = 0 | 1

export interface DeviceTable {
  key: Generated<number>
  id: Buffer
  installation_id: string
  added_at: string
  last_seq: Generated<number>
  last_hlc: Generated<string>
}

export interface ChangeGroupTable {
  key: Generated<number>
  id: Buffer
  device_key: number
  kind: 'do' | 'undo' | 'redo'
  acts_on: Buffer | null
  is_undone: Generated<Flag>
  is_founding: Generated<Flag>
  label_key: string
  label_values: string
  nouns: string
  author: string
  recorded_at: string
  op_count: Generated<number>
}

export interface OpTable {
  device_key: number
  seq: number
  hlc: string
  table_name: string
  row_id: Buffer
  register: string
  value: string
  salt: Buffer
  pred: string
  reason: string | null
  group_key: number
}

export interface HeadTable {
  row_id: Buffer
  table_name: string
  register: string
  device_key: number
  seq: number
}

export interface PartyTable {
  key: Generated<number>
  id: Buffer
  kind: Generated<string>
  is_deleted: Generated<Flag>
  merged_into: Buffer | null
  number: string | null
  name: Generated<string>
  name_pinyin: Generated<string>
  name_initials: Generated<string>
  name_core: Generated<string>
  legal_name: string | null
  tax_id: string | null
  country: string | null
  city: string | null
  address: string | null
  phone: string | null
  website: string | null
  industry: string | null
  account_manager: string | null
  customer_since_on: string | null
  headcount: number | null
  revenue_amount: number | null
  revenue_currency: string | null
  revenue_year: number | null
  strategy: string | null
  product_lines: string | null
  growth_bottleneck: string | null
  credit_standing: string | null
  operating_state: string | null
  notes: string | null
  gender: string | null
  birthday_on: string | null
  mobile: string | null
  email: string | null
  interests: string | null
  source: string | null
  consent: string | null
  influence: string | null
  industry_influence: string | null
  deal_potential: string | null
  segment: string | null
  litigation: string | null
}

export interface PartyRoleTable {
  id: Buffer
  is_deleted: Generated<Flag>
  party_id: Buffer | null
  role: Generated<string>
}

export interface EmploymentTable {
  id: Buffer
  is_deleted: Generated<Flag>
  person_id: Buffer | null
  company_id: Buffer | null
  title: string | null
  department: string | null
  started_on: string | null
  ended_on: string | null
}

export interface CategoryTable {
  key: Generated<number>
  id: Buffer
  is_deleted: Generated<Flag>
  name: Generated<string>
}

export interface ProductTable {
  key: Generated<number>
  id: Buffer
  is_deleted: Generated<Flag>
  code: Generated<string>
  name: Generated<string>
  name_pinyin: Generated<string>
  name_initials: Generated<string>
  category_id: Buffer | null
  list_price: number | null
  list_price_currency: string | null
}

export interface SettingTable {
  id: Buffer
  is_deleted: Generated<Flag>
  company_name: string | null
  base_currency: string | null
  as_of_on: string | null
  rfm_method: string | null
}

export interface CurrencyRateTable {
  id: Buffer
  is_deleted: Generated<Flag>
  currency: string | null
  budget_rate: number | null
}

export interface ScoringModelTable {
  id: Buffer
  is_deleted: Generated<Flag>
  version: number | null
  definition: string | null
  adopted_at: string | null
  adopted_by: string | null
}

export interface SavedViewTable {
  id: Buffer
  is_deleted: Generated<Flag>
  definition: string | null
}

export interface ImportMappingTable {
  id: Buffer
  is_deleted: Generated<Flag>
  kind: string | null
  header: string | null
  field: string | null
  unit_factor: number | null
}

export interface FactBatchTable {
  key: Generated<number>
  id: Buffer
  is_deleted: Generated<Flag>
  kind: Generated<string>
  file_name: Generated<string>
  sha256: string | null
  row_count: Generated<number>
  imported_at: string | null
  author: string | null
  is_withdrawn: Generated<Flag>
}

/** Also the shape of order_line_withdrawn. */
export interface OrderLineTable {
  key: Generated<number>
  batch_key: number
  order_key: number
  account_key: number
  product_key: number | null
  ordered_on: string
  quantity: number | null
  unit_price: number | null
  amount: number
  currency: string
  base_amount: number
  cost: number | null
  base_cost: number | null
  discount_percent: number | null
  channel: string | null
  is_return: Flag
}

export interface SalesOrderTable {
  key: Generated<number>
  account_key: number
  number: string
  ordered_on: string
  gross: number
  returns: number
  line_count: number
}

export interface AccountMonthTable {
  account_key: number
  month: number
  gross: number
  returns: number
  costed_net: number
  cost: number
  line_count: number
  order_count: number
  last_ordered_on: string | null
}

export interface AccountMonthCategoryTable {
  account_key: number
  month: number
  category_key: number
  gross: number
  returns: number
  costed_net: number
  cost: number
}

export interface ProductSalesTable {
  product_key: number
  gross: number
  returns: number
}

export interface AccountStandingTable {
  account_key: number
  value_class: string | null
  value_class_rank: number | null
  previous_value_class: string | null
  previous_value_class_rank: number | null
  decided_by: string
  is_provisional: Flag
  is_new: Flag
  score: number | null
  coverage: number
  abc: string | null
  pyramid: string | null
  pyramid_rank: number | null
  rfm_recency: number | null
  rfm_frequency: number | null
  rfm_monetary: number | null
  rfm_segment: string | null
  recency_days: number | null
  order_count: number
  gross: number
  returns: number
  net: number
  prior_net: number
  growth: number | null
  margin: number | null
  monthly: string
}

export interface StandingBasisTable {
  key: number
  as_of_on: string | null
  model_id: Buffer | null
  previous_as_of_on: string | null
}

export interface CustomFieldTable {
  id: Buffer
  is_deleted: Generated<Flag>
  owner: string | null
  name: string | null
  kind: string | null
  options: string | null
  unit: string | null
  position: number | null
}

export interface CustomValueTable {
  id: Buffer
  is_deleted: Generated<Flag>
  party_id: Buffer | null
  field_id: Buffer | null
  value: string | null
}

export interface ClassOverrideTable {
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

export interface ClassPublicationTable {
  id: Buffer
  is_deleted: Generated<Flag>
  quarter: string | null
  as_of_on: string | null
  model_version: number | null
  published_at: string | null
  published_by: string | null
  results: string | null
}

export interface ScoringScenarioTable {
  id: Buffer
  is_deleted: Generated<Flag>
  name: string | null
  definition: string | null
  created_at: string | null
  created_by: string | null
}

export interface LifetimeAssumptionTable {
  id: Buffer
  is_deleted: Generated<Flag>
  party_id: Buffer | null
  assumption: string | null
}

export interface CreditTemplateTable {
  id: Buffer
  is_deleted: Generated<Flag>
  version: number | null
  definition: string | null
}

export interface CreditRatingTable {
  id: Buffer
  is_deleted: Generated<Flag>
  party_id: Buffer | null
  quarter: string | null
  entries: string | null
  decision: string | null
}

export interface PurchaseFactorTable {
  id: Buffer
  is_deleted: Generated<Flag>
  name: string | null
  description: string | null
  position: number | null
}

export interface PurchaseJudgementTable {
  id: Buffer
  is_deleted: Generated<Flag>
  party_id: Buffer | null
  scenario: string | null
  judgement: string | null
}

export interface CustomerSpendTable {
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
  competitors: string | null
}

export interface WhiteSpaceCellTable {
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

export interface OpportunityTable {
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

export interface CostActivityTable {
  id: Buffer
  is_deleted: Generated<Flag>
  name: string | null
  unit: string | null
  position: number | null
  rate_amount: number | null
  rate_currency: string | null
}

export interface AccountActivityTable {
  id: Buffer
  is_deleted: Generated<Flag>
  party_id: Buffer | null
  activity_id: Buffer | null
  year: number | null
  quantity: number | null
}

export interface SegmentWorksheetTable {
  id: Buffer
  is_deleted: Generated<Flag>
  segment: string | null
  best_party_id: Buffer | null
  worst_party_id: Buffer | null
  next_action: string | null
  owner: string | null
  due_on: string | null
}

export interface RelationshipComplexityTable {
  id: Buffer
  is_deleted: Generated<Flag>
  party_id: Buffer | null
  counts: string | null
}

export interface InvoiceTable {
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

export interface PaymentTable {
  key: Generated<number>
  batch_key: number
  invoice_number: string
  paid_on: string
  amount: number
  currency: string
  base_amount: number
  is_withdrawn: Generated<Flag>
}

/** Full-text index over party; `party_search` as a column is the operand of MATCH. */
export interface PartySearchTable {
  rowid: number
  party_search: string
  rank: number
  name: string
  legal_name: string | null
  number: string | null
  name_pinyin: string
}

export interface Schema {
  device: DeviceTable
  change_group: ChangeGroupTable
  op: OpTable
  head: HeadTable
  party: PartyTable
  party_role: PartyRoleTable
  employment: EmploymentTable
  category: CategoryTable
  product: ProductTable
  setting: SettingTable
  currency_rate: CurrencyRateTable
  scoring_model: ScoringModelTable
  saved_view: SavedViewTable
  import_mapping: ImportMappingTable
  fact_batch: FactBatchTable
  order_line: OrderLineTable
  order_line_withdrawn: OrderLineTable
  sales_order: SalesOrderTable
  account_month: AccountMonthTable
  account_month_category: AccountMonthCategoryTable
  product_sales: ProductSalesTable
  account_standing: AccountStandingTable
  standing_basis: StandingBasisTable
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
  party_search: PartySearchTable
}

/**
 * Builds queries and never runs them: hand the builder to `all`, `get` or `run` of the open database.
 * Its own `execute` would return nothing.
 */
export const tables = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})
