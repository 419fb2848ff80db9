-- Everything but the fact tables, which follow the contracts (see FactTable.swift).

CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  pipeline TEXT NOT NULL,
  started TEXT NOT NULL,
  ended TEXT,
  outcome TEXT
);

-- The ledger: one row a file content taken. accepted + rejected + duplicate + unchanged = rows (with skipped rows since
-- skipped.sql).
-- recipe: how the file was read (mapping and code lists), so that a later change of it can be told.
CREATE TABLE file (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  run INTEGER NOT NULL REFERENCES run (id),
  source TEXT NOT NULL,
  dataset TEXT NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  encoding TEXT NOT NULL,
  recipe TEXT NOT NULL,
  rows INTEGER NOT NULL,
  accepted INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  duplicate INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  CHECK (accepted + rejected + duplicate + unchanged = rows)
);
CREATE INDEX file_content ON file (source, sha256);

-- What must stay as it is: the mark of the key behind the pseudonyms.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- How often each rule was broken in a file; the rows themselves stand in the findings file.
CREATE TABLE finding_count (
  file INTEGER NOT NULL REFERENCES file (id),
  rule TEXT NOT NULL,
  field TEXT NOT NULL,
  severity INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  PRIMARY KEY (file, rule, field)
) WITHOUT ROWID;

-- Reporting units: platforms and offices.
CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

-- An employer is its credit code or, without one, its name. No index: a load holds all identities in memory, and an
-- index of random texts costs more than the table.
CREATE TABLE employer (
  id INTEGER PRIMARY KEY,
  identity TEXT NOT NULL,
  name TEXT NOT NULL
);

-- Additive cube by month. registered: weight of rows registered in the month; ended: weight of rows whose last valid
-- day lies in it; so carried over into month m = sum of (registered - ended) over the months before m.
-- closed and filled: weight closed in the month, and filled of that.
CREATE TABLE cube (
  dataset INTEGER NOT NULL,
  dimension INTEGER NOT NULL,
  month INTEGER NOT NULL,
  region INTEGER NOT NULL,
  code INTEGER NOT NULL,
  registered INTEGER NOT NULL,
  ended INTEGER NOT NULL,
  closed INTEGER NOT NULL,
  filled INTEGER NOT NULL,
  PRIMARY KEY (dataset, dimension, month, region, code)
) WITHOUT ROWID;

-- Cross tables (counts by several dimensions at once) by month: see CrossStore.swift for the blob.
CREATE TABLE cross_cell (
  tab TEXT NOT NULL,
  month INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (tab, month)
);

-- Published figures with the state of the ledger they were computed from.
CREATE TABLE figure (
  period TEXT NOT NULL,
  region TEXT NOT NULL,
  tab TEXT NOT NULL,
  line TEXT NOT NULL,
  measure TEXT NOT NULL,
  value TEXT NOT NULL,
  vintage INTEGER NOT NULL,
  PRIMARY KEY (period, region, tab, line, measure)
) WITHOUT ROWID;
