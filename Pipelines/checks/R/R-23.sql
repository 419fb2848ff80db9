-- id: R-23
-- zh: 本地生源比例低于公告
-- level: advise
-- section: 人力资源开发科
-- clause: 广西三支一扶公告 2023
-- remedy: 核对招募计划
-- needs: register.kind=基层项目
--- 一县一年一条; 比例按年写在 rules/lists/grassroots.yaml, 没有写的年份不查。
SELECT r.region || ' ' || substr(r.starts_on, 1, 4) AS entry, r.region, min(r.starts_on) AS since,
  sum(below(r.home_region, '4506')) || '/' || count(*) AS figure
FROM register r JOIN list_grassroots g ON g.year = CAST(substr(r.starts_on, 1, 4) AS INTEGER)
WHERE r.kind = '基层项目' AND r.home_region IS NOT NULL
GROUP BY r.region, substr(r.starts_on, 1, 4) HAVING 100 * sum(below(r.home_region, '4506')) < max(g.local_percent) * count(*)
-- day: 2026-09-30
-- + register entry_id=E1 kind=基层项目 region=450602 starts_on=2023-08-01 home_region=450100 => figure=0/1
-- - register entry_id=E1 kind=基层项目 region=450602 starts_on=2023-08-01 home_region=450621
-- - register entry_id=E1 kind=基层项目 region=450602 starts_on=2023-08-01
