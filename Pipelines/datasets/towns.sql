-- 本市的每个街道、乡、镇, 期末有没有持有效证照的机构或分支机构。
SELECT t.entry, t.town, t.region, t.name, a.uscc, a.uscc IS NOT NULL AS covered
FROM (SELECT g.code || t.name AS entry, t.name AS town, g.code AS region, t.name FROM list_townships t JOIN list_regions g ON g.code = t.parent WHERE g.code LIKE '4506%') t
LEFT JOIN (
  SELECT town, region, min(uscc) AS uscc FROM agencies
  WHERE issued_on <= :end AND coalesce(earliest(revoked_on, valid_until), '9999') >= :end AND town IS NOT NULL
  GROUP BY town, region) a ON a.town = t.town AND a.region = t.region
