-- 比较的基数: 本期、同城、同职业中类、不要求职称 (技能等级) 的岗位, 按招聘人数加权的中位数; 不足 20 人的没有基数。
WITH base AS (
  SELECT *, coalesce((pay_low + pay_high) / 2.0, pay_low, pay_high) AS offer, substr(region, 1, 4) AS city,
    level(occupation, 2) AS middle
  FROM postings
  WHERE pay_state = '明示' AND coalesce(pay_low, pay_high) > 0 AND is_copy = 0 AND posted_on BETWEEN :start AND :end),
plain AS (
  SELECT 'title' AS kind, city, middle, offer, openings, entry FROM base WHERE title_level = '无要求' AND middle IS NOT NULL
  UNION ALL
  SELECT 'skill', city, middle, offer, openings, entry FROM base WHERE skill_level = '无要求' AND middle IS NOT NULL),
ranked AS (
  SELECT kind, city, middle, offer, sum(openings) OVER (PARTITION BY kind, city, middle ORDER BY offer, entry) AS upto,
    sum(openings) OVER (PARTITION BY kind, city, middle) AS openings
  FROM plain),
median AS (
  SELECT kind, city, middle, min(offer) AS offer FROM ranked
  WHERE upto >= openings / 2.0 AND openings >= 20 GROUP BY kind, city, middle)
SELECT base.*,
  CASE WHEN title_level <> '无要求' THEN 100.0 * base.offer / t.offer - 100 END AS title_premium,
  CASE WHEN skill_level <> '无要求' THEN 100.0 * base.offer / s.offer - 100 END AS skill_premium,
  base.offer / (
    SELECT w.month FROM list_minimum_wage w
    WHERE w.region = base.region AND w.starts <= posted_on AND coalesce(w.until, '9999') >= posted_on) AS wage_times
FROM base
LEFT JOIN median t ON t.kind = 'title' AND t.city = base.city AND t.middle = base.middle
LEFT JOIN median s ON s.kind = 'skill' AND s.city = base.city AND s.middle = base.middle
