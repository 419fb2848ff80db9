-- id: R-21
-- zh: 基层项目人员超龄
-- level: correct
-- section: 人力资源开发科
-- clause: 广西三支一扶公告 2023
-- remedy: 核对出生日期和岗位
-- entry: register
-- needs: register.kind=基层项目
--- 年龄按年写在 rules/lists/grassroots.yaml, 艰苦边远的县在 rules/lists/hard-areas.yaml; 没有写的年份不查。
SELECT r.entry, r.region, r.age_at_start AS figure FROM register r JOIN list_grassroots g ON g.year = CAST(substr(r.starts_on, 1, 4) AS INTEGER)
WHERE r.kind = '基层项目' AND r.age_at_start > CASE WHEN EXISTS (SELECT 1 FROM list_hard_areas h
  WHERE h.region = r.region AND coalesce(h.starts, '') <= r.starts_on AND coalesce(h.until, '9999') >= r.starts_on) THEN g.hard_age ELSE g.age END
-- day: 2026-09-30
-- + register entry_id=E1 kind=基层项目 age_at_start=31 starts_on=2023-08-01 region=450602 => figure=31
-- + register entry_id=E1 kind=基层项目 age_at_start=33 starts_on=2023-08-01 region=450621
-- - register entry_id=E1 kind=基层项目 age_at_start=32 starts_on=2023-08-01 region=450621
-- - register entry_id=E1 kind=基层项目 age_at_start=30 starts_on=2023-08-01 region=450602
-- - register entry_id=E1 kind=基层项目 age_at_start=40 starts_on=1999-08-01 region=450602
