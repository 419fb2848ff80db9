-- 按时、评价、满意数大于它们所属的数的, 不知道是哪个错: 都不用。
-- 一个指标、单位、区划、渠道的数: 有正好是本期的取它; 没有的, 流量取期内最长的一种较短时期相加, 存量取最后一个。月和季不会都算。
SELECT * FROM (
  SELECT c.period, c.period_start, c.period_end, c.item, c.office, c.region, c.channel, c.ownership, c.grade, c.value,
    CASE WHEN c.on_time <= c.value THEN c.on_time END AS on_time,
    CASE WHEN c.rated <= c.value AND coalesce(c.satisfied, 0) <= c.rated THEN c.rated END AS rated,
    CASE WHEN c.rated <= c.value AND c.satisfied <= c.rated THEN c.satisfied END AS satisfied,
    c.fee, c.note, c.updated_at, c.entry, coalesce(i.measure, 'flow') AS measure, days(period_start, period_end) AS length,
    max(days(period_start, period_end)) OVER one AS longest, max(period_end) OVER one AS newest
  FROM counts c LEFT JOIN list_count_items i ON i.code = c.item
  WHERE period_start >= :start AND period_end <= :end
  WINDOW one AS (PARTITION BY item, office, region, channel))
WHERE CASE measure WHEN 'stock' THEN period_end = newest AND length = longest ELSE length >= longest - 3 END
