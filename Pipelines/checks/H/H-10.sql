-- id: H-10
-- zh: 一批招聘中限本地的岗位过多
-- level: advise
-- section: 事业单位科
-- clause: 实施方案 9
-- remedy: 提示主管部门
--- 上限由本局填写: rules/lists/local-limit.yaml。
SELECT plan_id AS entry, min(region) AS region, min(notice_on) AS since, 100 * sum(scope IN ('本市', '本县')) / count(*) AS figure
FROM public_posts GROUP BY plan_id HAVING 100 * sum(scope IN ('本市', '本县')) > (SELECT percent FROM list_local_limit) * count(*)
-- day: 2026-09-30
-- + public_posts plan_id=L post_id=1 scope=本市 | public_posts plan_id=L post_id=2 scope=全国 => figure=50 entry=L
-- - public_posts plan_id=L post_id=1 scope=全国 | public_posts plan_id=L post_id=2 scope=广西
-- - public_posts plan_id=L post_id=1 scope=本市 | public_posts plan_id=L post_id=2 scope=全国 | public_posts plan_id=L post_id=3 scope=全国 | public_posts plan_id=L post_id=4 scope=全国
