-- What public editions showed and hid of each period, so that later ones stay consistent with them: a count once hidden
-- stays hidden, and one that was shown protects nothing any more. measure and part: see Leaf.swift; value: the true
-- count at that time; hidden: 0 shown, 1 hidden, 2 hidden without a proof that it cannot be computed, 3 hidden
-- though it certainly can be narrowed down too far, which was said.
CREATE TABLE disclosed (
  period TEXT NOT NULL,
  region TEXT NOT NULL,
  measure TEXT NOT NULL,
  part TEXT NOT NULL,
  value INTEGER NOT NULL,
  hidden INTEGER NOT NULL,
  PRIMARY KEY (period, region, measure, part)
) WITHOUT ROWID;
