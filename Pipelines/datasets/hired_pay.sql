WITH base AS (
  SELECT coalesce((pay_low + pay_high) / 2.0, pay_low, pay_high) AS offer, substr(region, 1, 4) AS city,
    level(occupation, 2) AS middle, openings, entry
  FROM postings
  WHERE pay_state = '明示' AND coalesce(pay_low, pay_high) > 0 AND is_copy = 0 AND posted_on BETWEEN :start AND :end),
ranked AS (
  SELECT city, middle, offer, sum(openings) OVER (PARTITION BY city, middle ORDER BY offer, entry) AS upto,
    sum(openings) OVER (PARTITION BY city, middle) AS openings
  FROM base WHERE middle IS NOT NULL),
median AS (
  SELECT city, middle, min(offer) AS offer FROM ranked
  WHERE upto >= openings / 2.0 AND openings >= 20 GROUP BY city, middle)
SELECT hires.*, 100.0 * pay_low / median.offer - 100 AS gap
FROM hires
LEFT JOIN median ON median.city = substr(to_region, 1, 4) AND median.middle = level(occupation, 2)
WHERE to_group = '本市' AND pay_low IS NOT NULL AND moved_on BETWEEN :start AND :end
