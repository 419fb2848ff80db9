-- What proved that the hidden counts of a year's periods are protected, when an edition looked last: counts that a proof
-- changes, and by how much ("place:change", blank). Nothing but time depends on them.
CREATE TABLE disclosed_proof_count (
  year INTEGER NOT NULL,
  place INTEGER NOT NULL,
  period TEXT NOT NULL,
  region TEXT NOT NULL,
  measure TEXT NOT NULL,
  part TEXT NOT NULL,
  vintage INTEGER NOT NULL,
  PRIMARY KEY (year, place)
) WITHOUT ROWID;

CREATE TABLE disclosed_proof (
  year INTEGER NOT NULL,
  place INTEGER NOT NULL,
  changes TEXT NOT NULL,
  PRIMARY KEY (year, place)
) WITHOUT ROWID;
