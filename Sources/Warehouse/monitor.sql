-- The header of a file as it came, one name a line, personal numbers masked: so that a change of it can be told.
CREATE TABLE file_header (
  file INTEGER PRIMARY KEY REFERENCES file (id),
  names TEXT NOT NULL
);

-- Values of a file that no code list has (masked and shortened as findings are), the most frequent of each file.
CREATE TABLE file_value (
  file INTEGER NOT NULL REFERENCES file (id),
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  rows INTEGER NOT NULL,
  PRIMARY KEY (file, field, value)
) WITHOUT ROWID;

-- The night runs: date, and state of the ledger (vintage). published: 0 until the page can be read. A night that was run
-- again has several.
CREATE TABLE night (
  run INTEGER PRIMARY KEY REFERENCES run (id),
  day TEXT NOT NULL,
  vintage INTEGER NOT NULL,
  published INTEGER NOT NULL
);

-- Alerts, one row a stay (see AlertRecord). told, end_told: the nights whose pages told of it and of its end.
CREATE TABLE alert (
  id TEXT NOT NULL,
  occurrence INTEGER NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  figure TEXT NOT NULL,
  reason TEXT NOT NULL,
  place TEXT NOT NULL,
  first_seen TEXT NOT NULL,
  cleared TEXT,
  told TEXT,
  end_told TEXT,
  PRIMARY KEY (id, occurrence)
) WITHOUT ROWID;
