import {
  DummyDriver,
  type Generated,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'

import type { ModelTables } from './model-tables.ts'

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
  computed_value_class: string | null
  is_overridden: Flag
}

export interface StandingBasisTable {
  key: number
  as_of_on: string | null
  model_id: Buffer | null
  previous_as_of_on: string | null
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

export interface Schema extends ModelTables {
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
