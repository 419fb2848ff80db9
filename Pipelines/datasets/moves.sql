SELECT hires.*,
  CASE WHEN from_group = '本市' THEN nullif(f.name, c.name) ELSE from_group END AS from_place,
  CASE WHEN to_group = '本市' THEN nullif(t.name, c.name) WHEN to_group IS NOT NULL THEN '市外' END AS to_place
FROM hires
LEFT JOIN list_regions f ON f.code = from_region
LEFT JOIN list_regions t ON t.code = to_region
LEFT JOIN list_regions c ON c.code = substr(CASE WHEN from_group = '本市' THEN from_region ELSE to_region END, 1, 4) || '00'
WHERE from_group = '本市' OR to_group = '本市'
