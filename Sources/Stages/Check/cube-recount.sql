-- One dataset and dimension of the cube, counted anew from the facts. Shares nothing with the loader.
--
-- :dataset    1 postings that are no copies, 2 seekers, 11 postings that are copies
-- :dimension  0 total, 1 unit, 2 industry, 3 ownership, 4 occupation, 5 category, 6 sex, 7 age, 8 education, 9 level
-- :home       number of the home province (145 for 广西): its regions and dimensions are kept, of others the province
--
-- Columns: month, region, code, registered, ended, closed, filled; in the order of the first three.
WITH fact AS (
  SELECT openings AS weight, posted_on AS start, ends_on, closed_on,
    min(coalesce(filled, 0), openings) AS filled, coalesce(region, 0) AS region,
    CASE :dimension
      WHEN 1 THEN unit
      WHEN 2 THEN industry
      WHEN 3 THEN ownership
      WHEN 4 THEN occupation
      WHEN 6 THEN sex
      -- The middle of the limits; open ends are 16 and 59.
      WHEN 7 THEN
        CASE WHEN age_low IS NOT NULL OR age_high IS NOT NULL
          THEN (coalesce(age_low, 16) + coalesce(age_high, 59)) / 2 END
      WHEN 8 THEN education
      WHEN 9 THEN
        CASE WHEN title_level > 0 THEN 2000 + title_level WHEN skill_level > 0 THEN 1000 + skill_level END
    END AS code
  FROM postings
  WHERE :dataset IN (1, 11) AND is_copy = (:dataset = 11)
    AND :dimension IN (0, 1, 2, 3, 4, 6, 7, 8, 9) AND (:dataset = 1 OR :dimension = 0)
  UNION ALL
  SELECT 1, registered_on, ends_on, closed_on, 0, coalesce(region, 0),
    CASE :dimension
      WHEN 1 THEN unit
      WHEN 4 THEN intended_occupation
      WHEN 5 THEN category
      WHEN 6 THEN sex
      -- Full years on the day of registration.
      WHEN 7 THEN
        CASE WHEN birth IS NOT NULL THEN max(1,
          (strftime('%Y%m%d', registered_on * 86400, 'unixepoch') - strftime('%Y%m%d', birth * 86400, 'unixepoch')) / 10000)
        END
      WHEN 8 THEN education
      WHEN 9 THEN
        CASE WHEN title_level > 0 THEN 2000 + title_level WHEN skill_level > 0 THEN 1000 + skill_level END
    END
  FROM seekers
  WHERE :dataset = 2 AND :dimension IN (0, 1, 4, 5, 6, 7, 8, 9)
),
-- 1 a row comes, 2 its last day, 3 it is closed
event AS (
  SELECT CASE kind WHEN 1 THEN start WHEN 2 THEN ends_on ELSE closed_on END AS day, kind, weight, filled,
    CASE WHEN region / 10000 = :home THEN region ELSE region / 10000 * 10000 END AS region, coalesce(code, 0) AS code
  FROM fact CROSS JOIN (SELECT 1 AS kind UNION ALL SELECT 2 UNION ALL SELECT 3)
  WHERE (kind < 3 OR closed_on IS NOT NULL) AND (:dimension = 0 OR region / 10000 = :home)
),
-- The month as 202607: one call a row; years times twelve follow when there are few rows left.
cell AS (
  SELECT CAST(strftime('%Y%m', day * 86400, 'unixepoch') AS INTEGER) AS month, region, code,
    sum(CASE kind WHEN 1 THEN weight ELSE 0 END) AS registered, sum(CASE kind WHEN 2 THEN weight ELSE 0 END) AS ended,
    sum(CASE kind WHEN 3 THEN weight ELSE 0 END) AS closed, sum(CASE kind WHEN 3 THEN filled ELSE 0 END) AS filled
  FROM event
  GROUP BY 1, 2, 3
)
SELECT month / 100 * 12 + month % 100 - 1, region, code, registered, ended, closed, filled
FROM cell
ORDER BY month, region, code;
