-- The axes of the cube get numbers; its rows carry the number instead of a dataset and a dimension.

CREATE TABLE cube_axis (
  number INTEGER PRIMARY KEY,
  dataset TEXT NOT NULL,
  name TEXT NOT NULL,
  -- What the axis is made from: see CubeAxis.definition. One that is no longer what the program declares is counted anew.
  definition TEXT NOT NULL,
  UNIQUE (dataset, name)
);

-- What programs before this step counted: how they did it stands here for good, so that an axis declared otherwise since
-- is counted anew.
CREATE TEMP TABLE former_axis (dataset INTEGER, dimension INTEGER, number INTEGER PRIMARY KEY, name TEXT, made_of TEXT);
INSERT INTO former_axis VALUES
  (1, 0, 1, 'total', 'all'),
  (1, 1, 2, 'unit', 'column unit'),
  (1, 2, 3, 'industry', 'column industry'),
  (1, 3, 4, 'ownership', 'column ownership'),
  (1, 4, 5, 'occupation', 'column occupation'),
  (1, 6, 6, 'sex', 'column sex'),
  (1, 7, 7, 'age', 'wanted age age_low age_high'),
  (1, 8, 8, 'education', 'column education'),
  (1, 9, 9, 'level', 'level title_level skill_level'),
  (11, 0, 10, 'copies', 'all'),
  (2, 0, 11, 'total', 'all'),
  (2, 1, 12, 'unit', 'column unit'),
  (2, 4, 13, 'occupation', 'column intended_occupation'),
  (2, 5, 14, 'category', 'column category'),
  (2, 6, 15, 'sex', 'column sex'),
  (2, 7, 16, 'age', 'age at start birth'),
  (2, 8, 17, 'education', 'column education'),
  (2, 9, 18, 'level', 'level title_level skill_level');
INSERT INTO cube_axis
  SELECT number, CASE dataset WHEN 2 THEN 'seekers' ELSE 'postings' END, name,
    CASE dataset
      WHEN 2 THEN 'start registered_on; ends closed_on valid_until; closed closed_on; weight -; filled -; region region; '
      ELSE 'start posted_on; ends closed_on valid_until; closed closed_on; weight openings; filled filled; region region; '
    END || CASE dataset WHEN 1 THEN 'originals' WHEN 11 THEN 'copies' ELSE 'rows' END || '; ' || made_of
  FROM former_axis;

ALTER TABLE cube RENAME TO former_cube;

-- Additive cube by month. registered: weight of rows registered in the month; ended: weight of rows whose last valid
-- day lies in it; so carried over into month m = sum of (registered - ended) over the months before m.
-- closed and filled: weight closed in the month, and filled of that.
CREATE TABLE cube (
  axis INTEGER NOT NULL,
  month INTEGER NOT NULL,
  region INTEGER NOT NULL,
  code INTEGER NOT NULL,
  registered INTEGER NOT NULL,
  ended INTEGER NOT NULL,
  closed INTEGER NOT NULL,
  filled INTEGER NOT NULL,
  PRIMARY KEY (axis, month, region, code)
) WITHOUT ROWID;
INSERT INTO cube
  SELECT number, month, region, code, registered, ended, closed, filled FROM former_axis CROSS JOIN former_cube
  USING (dataset, dimension) ORDER BY number, month, region, code;

DROP TABLE former_cube;
DROP TABLE former_axis;
