-- Rows that are no records (titles, totals, footers, repeated headers, blank rows) are counted apart. The identity is a
-- constraint of the table, so that the table is made anew.
CREATE TABLE file_with_skipped (
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
  skipped INTEGER NOT NULL DEFAULT 0,
  CHECK (accepted + rejected + duplicate + unchanged + skipped = rows)
);
INSERT INTO file_with_skipped
SELECT id, run, source, dataset, name, sha256, bytes, encoding, recipe, rows, accepted, rejected, duplicate, unchanged, 0
FROM file;
-- Numbers of files are never given again, those of erased sources neither.
DELETE FROM sqlite_sequence WHERE name = 'file_with_skipped';
INSERT INTO sqlite_sequence (name, seq) SELECT 'file_with_skipped', seq FROM sqlite_sequence WHERE name = 'file';
DROP TABLE file;
ALTER TABLE file_with_skipped RENAME TO file;
CREATE INDEX file_content ON file (source, sha256);
