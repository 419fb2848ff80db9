-- The frozen benchmark of I1. The row with the highest id holds; a new one comes only with a new note, the old ones stay.
-- vintage: state of the ledger from which the quartiles were taken.
CREATE TABLE shortage_base (
  id INTEGER PRIMARY KEY,
  region TEXT NOT NULL,
  year INTEGER NOT NULL,
  q1 REAL NOT NULL,
  q2 REAL NOT NULL,
  q3 REAL NOT NULL,
  units INTEGER NOT NULL,
  note TEXT NOT NULL,
  vintage INTEGER NOT NULL
);

-- A computed index: state of the ledger (vintage), last quarter of the window, the base, and what units are held against
-- (median days vacant; growth of the median pay, percent).
CREATE TABLE shortage_run (
  vintage INTEGER NOT NULL,
  period TEXT NOT NULL,
  region TEXT NOT NULL,
  base INTEGER NOT NULL REFERENCES shortage_base (id),
  city_duration INTEGER,
  city_pay_growth REAL,
  PRIMARY KEY (vintage, period, region)
) WITHOUT ROWID;

-- One unit: 细类, or the rest of a 小类. Figures as ShortageFigures, i1 to i6 unrounded, p1 to p6 points 0 to 3; NULL is
-- not at hand. mean: weighted mean of the points, NULL is X; level 0 none, 1 light, 2 medium, 3 heavy.
CREATE TABLE shortage_index (
  vintage INTEGER NOT NULL,
  period TEXT NOT NULL,
  region TEXT NOT NULL,
  occupation TEXT NOT NULL,
  demand INTEGER NOT NULL,
  seekers INTEGER NOT NULL,
  openings INTEGER NOT NULL,
  employers INTEGER NOT NULL,
  demand_before INTEGER NOT NULL,
  closed INTEGER NOT NULL,
  filled INTEGER NOT NULL,
  duration INTEGER,
  duration_at_least INTEGER,
  pay REAL,
  pay_before REAL,
  applicants REAL,
  graduates REAL,
  i1 REAL, i2 REAL, i3 REAL, i4 REAL, i5 REAL, i6 REAL,
  p1 INTEGER, p2 INTEGER, p3 INTEGER, p4 INTEGER, p5 INTEGER, p6 INTEGER,
  mean REAL,
  level INTEGER NOT NULL,
  stars INTEGER NOT NULL,
  PRIMARY KEY (vintage, period, region, occupation)
) WITHOUT ROWID;

-- A 细类 below the floor, and the unit that it is counted in.
CREATE TABLE shortage_member (
  vintage INTEGER NOT NULL,
  period TEXT NOT NULL,
  region TEXT NOT NULL,
  occupation TEXT NOT NULL,
  unit TEXT NOT NULL,
  demand INTEGER NOT NULL,
  seekers INTEGER NOT NULL,
  openings INTEGER NOT NULL,
  employers INTEGER NOT NULL,
  PRIMARY KEY (vintage, period, region, occupation)
) WITHOUT ROWID;
