-- 一个指标、单位、区划、渠道的数: 有正好是本期的取它; 没有的, 流量取期内最长的一种较短时期相加, 存量取最后一个。月和季不会都算。
SELECT * FROM (
  SELECT c.*, coalesce(i.measure, 'flow') AS measure, days(period_start, period_end) AS length,
    max(days(period_start, period_end)) OVER one AS longest, max(period_end) OVER one AS newest
  FROM counts c LEFT JOIN list_count_items i ON i.code = c.item
  WHERE period_start >= :start AND period_end <= :end
  WINDOW one AS (PARTITION BY item, office, region, channel))
WHERE CASE measure WHEN 'stock' THEN period_end = newest AND length = longest ELSE length >= longest - 3 END
