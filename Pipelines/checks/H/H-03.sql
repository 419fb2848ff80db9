-- id: H-03
-- zh: 公示不足7个工作日
-- level: correct
-- section: 事业单位科
-- clause: 桂人社规〔2025〕11号
-- remedy: 重新公示
-- entry: public_posts
SELECT entry, unit_uscc AS unit, region, due('公示', add_days(publicity_from, -1)) AS due, workdays(publicity_from, publicity_to) + is_workday(publicity_from) AS days
FROM public_posts WHERE publicity_to < due('公示', add_days(publicity_from, -1))
-- day: 2026-09-30
-- + public_posts plan_id=L post_id=1 publicity_from=2026-07-01 publicity_to=2026-07-08 => days=6
-- - public_posts plan_id=L post_id=1 publicity_from=2026-07-01 publicity_to=2026-07-09
-- - public_posts plan_id=L post_id=1 publicity_from=2026-07-01
