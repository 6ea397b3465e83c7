/**
 * Ids are 16-byte UUIDs; `key` columns are local row numbers that never leave the file.
 * Amounts are integers in ten-thousandths of a currency unit; `base_…` is the workspace's currency at the budget rate.
 * Months are year × 12 + month − 1.
 */
export const initialMigration = `
-- The log -----------------------------------------------------------------------------------------
CREATE TABLE device (
  key INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  installation_id TEXT NOT NULL,
  added_at TEXT NOT NULL,
  last_seq INTEGER NOT NULL DEFAULT 0,
  last_hlc TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE change_group (
  key INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  device_key INTEGER NOT NULL REFERENCES device,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  acts_on BLOB,
  is_undone INTEGER NOT NULL DEFAULT 0,
  -- Made with the workspace itself: undoing it would leave a workspace without a currency.
  is_founding INTEGER NOT NULL DEFAULT 0,
  label_key TEXT NOT NULL,
  label_values TEXT NOT NULL,
  nouns TEXT NOT NULL,
  author TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  op_count INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX change_group_by_acts_on ON change_group (acts_on) WHERE acts_on IS NOT NULL;

CREATE TABLE op (
  device_key INTEGER NOT NULL REFERENCES device,
  seq INTEGER NOT NULL,
  hlc TEXT NOT NULL,
  table_name TEXT NOT NULL,
  row_id BLOB NOT NULL,
  register TEXT NOT NULL,
  value TEXT NOT NULL,
  salt BLOB NOT NULL,
  pred TEXT NOT NULL,
  reason TEXT,
  group_key INTEGER NOT NULL REFERENCES change_group,
  PRIMARY KEY (device_key, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX op_by_group ON op (group_key);

CREATE TABLE head (
  row_id BLOB NOT NULL,
  table_name TEXT NOT NULL,
  register TEXT NOT NULL,
  device_key INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (row_id, table_name, register, device_key, seq)
) STRICT, WITHOUT ROWID;

-- Registers, materialised from the log --------------------------------------------------------------
CREATE TABLE party (
  key INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  kind TEXT NOT NULL DEFAULT 'company',
  is_deleted INTEGER NOT NULL DEFAULT 0,
  merged_into BLOB,
  number TEXT,
  name TEXT NOT NULL DEFAULT '',
  -- Full pinyin and initials of the name, for search; empty where the name has no Chinese.
  name_pinyin TEXT NOT NULL DEFAULT '',
  name_initials TEXT NOT NULL DEFAULT '',
  -- Name without legal suffixes, width and case, for likely duplicates.
  name_core TEXT NOT NULL DEFAULT '',
  legal_name TEXT,
  tax_id TEXT,
  country TEXT,
  city TEXT,
  address TEXT,
  phone TEXT,
  website TEXT,
  industry TEXT,
  account_manager TEXT,
  customer_since_on TEXT,
  headcount INTEGER,
  revenue_amount INTEGER,
  revenue_currency TEXT,
  revenue_year INTEGER,
  strategy TEXT,
  product_lines TEXT,
  growth_bottleneck TEXT,
  credit_standing TEXT,
  operating_state TEXT,
  notes TEXT,
  gender TEXT,
  birthday_on TEXT,
  mobile TEXT,
  email TEXT,
  interests TEXT,
  source TEXT,
  consent TEXT,
  influence TEXT,
  industry_influence TEXT,
  deal_potential TEXT
) STRICT;
CREATE INDEX party_by_number ON party (number) WHERE number IS NOT NULL;
CREATE INDEX party_by_name_core ON party (name_core);
CREATE INDEX party_by_tax_id ON party (tax_id) WHERE tax_id IS NOT NULL;
CREATE INDEX party_by_phone ON party (phone) WHERE phone IS NOT NULL;

CREATE TABLE party_role (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  party_id BLOB,
  role TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX party_role_by_party ON party_role (party_id, role);

CREATE TABLE employment (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  person_id BLOB,
  company_id BLOB,
  title TEXT,
  department TEXT,
  started_on TEXT,
  ended_on TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX employment_by_person ON employment (person_id);
CREATE INDEX employment_by_company ON employment (company_id);

CREATE TABLE category (
  key INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX category_by_name ON category (name);

CREATE TABLE product (
  key INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  name_pinyin TEXT NOT NULL DEFAULT '',
  name_initials TEXT NOT NULL DEFAULT '',
  category_id BLOB
) STRICT;
CREATE INDEX product_by_code ON product (code);
CREATE INDEX product_by_category ON product (category_id);

CREATE TABLE setting (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  company_name TEXT,
  base_currency TEXT,
  as_of_on TEXT,
  rfm_method TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE currency_rate (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  currency TEXT,
  budget_rate REAL
) STRICT, WITHOUT ROWID;

CREATE TABLE scoring_model (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  version INTEGER,
  definition TEXT,
  adopted_at TEXT,
  adopted_by TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_view (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  definition TEXT
) STRICT, WITHOUT ROWID;

-- Header → field of an earlier import, so that the next file of the kind maps by itself.
CREATE TABLE import_mapping (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  kind TEXT,
  header TEXT,
  field TEXT,
  unit_factor REAL
) STRICT, WITHOUT ROWID;

CREATE TABLE fact_batch (
  key INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL DEFAULT '',
  file_name TEXT NOT NULL DEFAULT '',
  -- SHA-256 over the batch's rows in canonical form: the name of its block in a team package.
  sha256 TEXT,
  row_count INTEGER NOT NULL DEFAULT 0,
  imported_at TEXT,
  author TEXT,
  is_withdrawn INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Facts, immutable rows owned by a batch ------------------------------------------------------------
CREATE TABLE order_line (
  key INTEGER PRIMARY KEY,
  batch_key INTEGER NOT NULL,
  order_key INTEGER NOT NULL,
  account_key INTEGER NOT NULL,
  product_key INTEGER,
  ordered_on TEXT NOT NULL,
  -- Ten-thousandths of a piece.
  quantity INTEGER,
  unit_price INTEGER,
  amount INTEGER NOT NULL,
  currency TEXT NOT NULL,
  base_amount INTEGER NOT NULL,
  cost INTEGER,
  base_cost INTEGER,
  -- Ten-thousandths of a percent.
  discount_percent INTEGER,
  channel TEXT,
  is_return INTEGER NOT NULL
) STRICT;

-- Lines of withdrawn batches wait here, out of every query's way, for a redo.
CREATE TABLE order_line_withdrawn (
  key INTEGER PRIMARY KEY,
  batch_key INTEGER NOT NULL,
  order_key INTEGER NOT NULL,
  account_key INTEGER NOT NULL,
  product_key INTEGER,
  ordered_on TEXT NOT NULL,
  quantity INTEGER,
  unit_price INTEGER,
  amount INTEGER NOT NULL,
  currency TEXT NOT NULL,
  base_amount INTEGER NOT NULL,
  cost INTEGER,
  base_cost INTEGER,
  discount_percent INTEGER,
  channel TEXT,
  is_return INTEGER NOT NULL
) STRICT;
CREATE INDEX order_line_withdrawn_by_batch ON order_line_withdrawn (batch_key);

-- Kept aggregates: derived from order_line, equal to a rebuild at any time ---------------------------
CREATE TABLE sales_order (
  key INTEGER PRIMARY KEY,
  account_key INTEGER NOT NULL,
  number TEXT NOT NULL,
  -- Day of its earliest line.
  ordered_on TEXT NOT NULL,
  gross INTEGER NOT NULL,
  returns INTEGER NOT NULL,
  line_count INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX sales_order_by_number ON sales_order (number, account_key);
CREATE INDEX sales_order_by_account ON sales_order (account_key, ordered_on);
-- The few orders whose standing as an order depends on the day one looks from.
CREATE INDEX sales_order_with_returns ON sales_order (ordered_on) WHERE gross > 0 AND returns > 0;

CREATE TABLE account_month (
  account_key INTEGER NOT NULL,
  month INTEGER NOT NULL,
  gross INTEGER NOT NULL,
  -- Positive: what came back.
  returns INTEGER NOT NULL,
  -- Net sales of the lines whose cost is known, and that cost.
  costed_net INTEGER NOT NULL,
  cost INTEGER NOT NULL,
  line_count INTEGER NOT NULL,
  -- Orders of the month with gross above their returns.
  order_count INTEGER NOT NULL,
  -- Newest day with a sale; null in a month of returns only.
  last_ordered_on TEXT,
  PRIMARY KEY (account_key, month)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_month_by_month ON account_month (month, account_key);

CREATE TABLE account_month_category (
  account_key INTEGER NOT NULL,
  month INTEGER NOT NULL,
  -- 0 stands for lines without a category.
  category_key INTEGER NOT NULL,
  gross INTEGER NOT NULL,
  returns INTEGER NOT NULL,
  costed_net INTEGER NOT NULL,
  cost INTEGER NOT NULL,
  PRIMARY KEY (account_key, month, category_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE product_sales (
  product_key INTEGER PRIMARY KEY,
  gross INTEGER NOT NULL,
  returns INTEGER NOT NULL
) STRICT;

-- Standing of every account at the workspace's as-of date, written after each change of facts or model.
CREATE TABLE account_standing (
  account_key INTEGER PRIMARY KEY,
  value_class TEXT,
  value_class_rank INTEGER,
  previous_value_class TEXT,
  previous_value_class_rank INTEGER,
  decided_by TEXT NOT NULL,
  is_provisional INTEGER NOT NULL,
  is_new INTEGER NOT NULL,
  score REAL,
  coverage REAL NOT NULL,
  abc TEXT,
  pyramid TEXT,
  pyramid_rank INTEGER,
  rfm_recency INTEGER,
  rfm_frequency INTEGER,
  rfm_monetary INTEGER,
  rfm_segment TEXT,
  recency_days INTEGER,
  order_count INTEGER NOT NULL,
  gross INTEGER NOT NULL,
  returns INTEGER NOT NULL,
  net INTEGER NOT NULL,
  prior_net INTEGER NOT NULL,
  growth REAL,
  margin REAL,
  monthly TEXT NOT NULL
) STRICT;

-- All that the grid sorts and filters by, so that finding a page reads no whole rows.
CREATE INDEX account_standing_figures ON account_standing (
  net DESC, value_class_rank, previous_value_class_rank, score, growth, margin, recency_days, order_count, gross, returns,
  pyramid_rank, abc, value_class, pyramid, rfm_segment
);

-- One row: what account_standing was computed for.
CREATE TABLE standing_basis (
  key INTEGER PRIMARY KEY CHECK (key = 1),
  as_of_on TEXT,
  model_id BLOB,
  previous_as_of_on TEXT
) STRICT;

-- Search --------------------------------------------------------------------------------------------
-- Written beside party by the ledger: from triggers every row would be flushed to disk by itself.
CREATE VIRTUAL TABLE party_search USING fts5(name, legal_name, number, name_pinyin, content='party', content_rowid='key', tokenize='trigram');
INSERT INTO party_search(party_search, rank) VALUES ('secure-delete', 1);
-- Indexes of the facts come last: a first import fills the table before them.
CREATE INDEX order_line_by_order ON order_line (order_key);
CREATE INDEX order_line_by_day ON order_line (ordered_on);
CREATE INDEX order_line_by_batch ON order_line (batch_key);
`
