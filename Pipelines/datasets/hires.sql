-- 一人一季只算一次: 该季最后一次到岗 (没有到岗日期的按录用日期)。没有有效证件号码的, 一次算一人。
-- 只写到省区、海外的, 只写到市而分不出县的, 不猜: 为空, 表中计入“不明”。
SELECT *,
  CASE WHEN from_group IS NULL THEN NULL
    WHEN from_group <> '本市' THEN from_group
    WHEN from_region = to_region AND substr(to_region, 5, 2) <> '00' THEN '本县'
    WHEN to_group = '本市' AND '00' IN (substr(from_region, 5, 2), substr(to_region, 5, 2)) THEN NULL
    ELSE '本市他县' END AS origin,
  CASE WHEN to_group <> '本市' THEN to_group
    WHEN from_region = to_region AND substr(to_region, 5, 2) <> '00' THEN '本县'
    WHEN from_group = '本市' AND '00' IN (substr(from_region, 5, 2), substr(to_region, 5, 2)) THEN NULL
    WHEN to_group = '本市' THEN '本市他县' END AS destination
FROM (
  SELECT *, nullif(group_of('来源地', from_region, moved_on), '只到省区') AS from_group,
    nullif(group_of('来源地', to_region, moved_on), '只到省区') AS to_group
  FROM (
    SELECT *, coalesce(started_on, hired_on) AS moved_on,
      row_number() OVER (
        PARTITION BY coalesce(person, placement_id), quarter(coalesce(started_on, hired_on))
        ORDER BY coalesce(started_on, hired_on) DESC, placement_id DESC) AS turn
    FROM placements WHERE outcome = '录用' AND coalesce(started_on, hired_on) IS NOT NULL)
  WHERE turn = 1)
