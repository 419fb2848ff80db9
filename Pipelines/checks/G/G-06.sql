-- id: G-06
-- zh: 变更15日内未书面报告
-- level: correct
-- section: 人力资源开发科
-- clause: 人力资源市场暂行条例 20 21 42
-- remedy: 通知机构补报
-- entry: agencies
SELECT entry, uscc AS unit, region, due('变更报告', changed_on) AS due
FROM agencies WHERE coalesce(change_reported_on, :data_date) > due('变更报告', changed_on)
-- day: 2026-09-30
-- + agencies paper_no=P1 changed_on=2026-09-14 => due=2026-09-29
-- + agencies paper_no=P1 changed_on=2026-05-01 change_reported_on=2026-05-17
-- - agencies paper_no=P1 changed_on=2026-09-15
-- - agencies paper_no=P1 changed_on=2026-05-01 change_reported_on=2026-05-16
