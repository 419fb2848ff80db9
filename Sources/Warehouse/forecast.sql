-- Forecasts with the state of the ledger (vintage) and the last period that was known (origin). In persons: the median,
-- P10 and P90, and the ends of the 95 % interval. occupation: code, empty for all; measure: demand, seekers, gap.
CREATE TABLE forecast (
  vintage INTEGER NOT NULL,
  origin TEXT NOT NULL,
  region TEXT NOT NULL,
  occupation TEXT NOT NULL,
  measure TEXT NOT NULL,
  period TEXT NOT NULL,
  p2_5 REAL NOT NULL,
  p10 REAL NOT NULL,
  p50 REAL NOT NULL,
  p90 REAL NOT NULL,
  p97_5 REAL NOT NULL,
  method TEXT NOT NULL,
  PRIMARY KEY (vintage, origin, region, occupation, measure, period)
) WITHOUT ROWID;

-- The first period in which a warning level is reached.
CREATE TABLE forecast_warning (
  vintage INTEGER NOT NULL,
  origin TEXT NOT NULL,
  region TEXT NOT NULL,
  occupation TEXT NOT NULL,
  level TEXT NOT NULL,
  period TEXT NOT NULL,
  PRIMARY KEY (vintage, origin, region, occupation, level)
) WITHOUT ROWID;

-- How forecasts of the past did (see OutlookScore).
CREATE TABLE forecast_score (
  vintage INTEGER NOT NULL,
  origin TEXT NOT NULL,
  measure TEXT NOT NULL,
  level INTEGER NOT NULL,
  series INTEGER NOT NULL,
  better INTEGER NOT NULL,
  mase REAL,
  mase_naive2 REAL,
  mase_seasonal_naive REAL,
  rmsse REAL,
  msis REAL,
  bias REAL,
  coverage REAL,
  PRIMARY KEY (vintage, origin, measure, level)
) WITHOUT ROWID;
