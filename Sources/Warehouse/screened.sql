-- Findings in the rows of several datasets: numbers of rows are those of a dataset, files those of the warehouse.
-- Screening is done again.
DROP TABLE screen_finding;
DELETE FROM screened;

CREATE TABLE screen_finding (
  found_file INTEGER NOT NULL,
  found_row INTEGER NOT NULL,
  found_rule TEXT NOT NULL,
  found_version INTEGER NOT NULL,
  found_group TEXT NOT NULL,
  found_level TEXT NOT NULL,
  found_in TEXT NOT NULL,
  found_words TEXT NOT NULL,
  PRIMARY KEY (found_file, found_row, found_rule)
) WITHOUT ROWID;
