/** Judgements and records behind the scoring models, invoices with their payments, opportunities, and the firm's own fields. */
export const modelsMigration = `
ALTER TABLE party ADD COLUMN segment TEXT;
-- {"isOpen", "evidence", "on"}
ALTER TABLE party ADD COLUMN litigation TEXT;
ALTER TABLE product ADD COLUMN list_price INTEGER;
ALTER TABLE product ADD COLUMN list_price_currency TEXT;
-- What the model says, beside the class that an override may put in its place.
ALTER TABLE account_standing ADD COLUMN computed_value_class TEXT;
ALTER TABLE account_standing ADD COLUMN is_overridden INTEGER NOT NULL DEFAULT 0;
UPDATE account_standing SET computed_value_class = value_class;
CREATE INDEX account_standing_overridden ON account_standing (account_key) WHERE is_overridden = 1;

-- Registers -------------------------------------------------------------------------------------------
CREATE TABLE custom_field (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  owner TEXT,
  name TEXT,
  kind TEXT,
  options TEXT,
  unit TEXT,
  position INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE custom_value (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  party_id BLOB,
  field_id BLOB,
  value TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX custom_value_by_party ON custom_value (party_id);
CREATE INDEX custom_value_by_field ON custom_value (field_id);

CREATE TABLE class_override (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  party_id BLOB,
  value_class TEXT,
  reason TEXT,
  author TEXT,
  set_on TEXT,
  expires_on TEXT,
  ended_on TEXT,
  ended_by TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX class_override_by_party ON class_override (party_id);

-- The classes of a quarter as they were announced; later figures never change them.
CREATE TABLE class_publication (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  quarter TEXT,
  as_of_on TEXT,
  model_version INTEGER,
  published_at TEXT,
  published_by TEXT,
  results TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE scoring_scenario (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  name TEXT,
  definition TEXT,
  created_at TEXT,
  created_by TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE lifetime_assumption (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  party_id BLOB,
  assumption TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX lifetime_assumption_by_party ON lifetime_assumption (party_id);

CREATE TABLE credit_template (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  version INTEGER,
  definition TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE credit_rating (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  party_id BLOB,
  quarter TEXT,
  entries TEXT,
  decision TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX credit_rating_by_party ON credit_rating (party_id, quarter);

CREATE TABLE purchase_factor (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  name TEXT,
  description TEXT,
  position INTEGER,
  prior_points REAL
) STRICT, WITHOUT ROWID;

CREATE TABLE purchase_judgement (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  party_id BLOB,
  scenario TEXT,
  judgement TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX purchase_judgement_by_party ON purchase_judgement (party_id, scenario);

-- What a customer buys of a category in a year, from whomever.
CREATE TABLE customer_spend (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  party_id BLOB,
  category_id BLOB,
  year INTEGER,
  amount INTEGER,
  low_amount INTEGER,
  high_amount INTEGER,
  currency TEXT,
  source TEXT,
  source_on TEXT,
  confidence TEXT,
  supplier_rank REAL,
  supplier_count INTEGER,
  competitors TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_spend_by_party ON customer_spend (party_id, year);

CREATE TABLE white_space_cell (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  party_id BLOB,
  category_id BLOB,
  state TEXT,
  potential_amount INTEGER,
  potential_currency TEXT,
  competitor TEXT,
  next_step TEXT,
  opportunity_id BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX white_space_cell_by_party ON white_space_cell (party_id);

CREATE TABLE opportunity (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  party_id BLOB,
  number TEXT,
  name TEXT,
  category_id BLOB,
  value_amount INTEGER,
  value_currency TEXT,
  stage TEXT,
  probability_percent REAL,
  expected_close_on TEXT,
  outcome TEXT,
  closed_on TEXT,
  reasons TEXT,
  competitor TEXT,
  scenario TEXT,
  owner TEXT,
  opened_on TEXT,
  notes TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX opportunity_by_party ON opportunity (party_id);
CREATE INDEX opportunity_by_number ON opportunity (number) WHERE number IS NOT NULL;

CREATE TABLE cost_activity (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  name TEXT,
  unit TEXT,
  driver TEXT,
  position INTEGER,
  rate_amount INTEGER,
  rate_currency TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE account_activity (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  party_id BLOB,
  activity_id BLOB,
  year INTEGER,
  quantity REAL
) STRICT, WITHOUT ROWID;
CREATE INDEX account_activity_by_party ON account_activity (party_id, year);
CREATE INDEX account_activity_by_activity ON account_activity (activity_id);

CREATE TABLE segment_worksheet (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  segment TEXT,
  best_party_id BLOB,
  worst_party_id BLOB,
  next_action TEXT,
  owner TEXT,
  due_on TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE relationship_complexity (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  is_deleted INTEGER NOT NULL DEFAULT 0,
  party_id BLOB,
  counts TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX relationship_complexity_by_party ON relationship_complexity (party_id);

-- Facts -----------------------------------------------------------------------------------------------
CREATE TABLE invoice (
  key INTEGER PRIMARY KEY,
  batch_key INTEGER NOT NULL,
  account_key INTEGER NOT NULL,
  number TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  amount INTEGER NOT NULL,
  currency TEXT NOT NULL,
  base_amount INTEGER NOT NULL,
  is_disputed INTEGER NOT NULL DEFAULT 0,
  is_withdrawn INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX invoice_by_number ON invoice (number);
CREATE INDEX invoice_by_account ON invoice (account_key, issued_on) WHERE is_withdrawn = 0;
CREATE INDEX invoice_by_batch ON invoice (batch_key);

CREATE TABLE payment (
  key INTEGER PRIMARY KEY,
  batch_key INTEGER NOT NULL,
  invoice_number TEXT NOT NULL,
  paid_on TEXT NOT NULL,
  amount INTEGER NOT NULL,
  currency TEXT NOT NULL,
  base_amount INTEGER NOT NULL,
  is_withdrawn INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX payment_by_invoice ON payment (invoice_number, paid_on) WHERE is_withdrawn = 0;
CREATE INDEX payment_by_batch ON payment (batch_key);
`
