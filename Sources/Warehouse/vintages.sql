-- What was told of each period, data by data: as long as the data of a period stay the same there is one of it, with all
-- counts that it was made of and the sums between them, so that later editions are protected against what readers keep.
-- is_edition: 0 where other editions compared with the period only. measures: what was counted,
-- be it nothing.
CREATE TABLE disclosed_vintage (
  period TEXT NOT NULL,
  number INTEGER NOT NULL,
  is_edition INTEGER NOT NULL,
  measures TEXT NOT NULL,
  PRIMARY KEY (period, number)
) WITHOUT ROWID;

-- standing: 0 shown, 1 hidden, 2 hidden without a proof that it cannot be computed, 3 in no table. lower, upper, width: the
-- doubt that a hidden count must be left in; of one without proof, as much as there may be.
CREATE TABLE disclosed_count (
  period TEXT NOT NULL,
  number INTEGER NOT NULL,
  region TEXT NOT NULL,
  measure TEXT NOT NULL,
  part TEXT NOT NULL,
  value INTEGER NOT NULL,
  standing INTEGER NOT NULL,
  lower INTEGER NOT NULL,
  upper INTEGER NOT NULL,
  width INTEGER NOT NULL,
  PRIMARY KEY (period, number, region, measure, part)
) WITHOUT ROWID;

-- A part and one of those that it is made of, in every region; without a measure: a region and one of its regions. The
-- columns of the key come first: SQLite 3.40 takes others between them for NULL where it checks a file.
CREATE TABLE disclosed_sum (
  period TEXT NOT NULL,
  number INTEGER NOT NULL,
  sum INTEGER NOT NULL,
  part TEXT NOT NULL,
  measure TEXT NOT NULL,
  total TEXT NOT NULL,
  PRIMARY KEY (period, number, sum, part)
) WITHOUT ROWID;
