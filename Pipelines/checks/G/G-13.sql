-- id: G-13
-- zh: 许可或处罚7个工作日内未公示
-- level: correct
-- section: 社会保险管理中心
-- clause: 双公示
-- remedy: 补报信用平台
-- entry: agencies cases
SELECT 'agencies' AS dataset, entry, uscc AS unit, region, due('双公示', decided_on) AS due
FROM agencies WHERE paper_kind = '许可' AND outcome IN ('准予', '不予') AND coalesce(published_on, :data_date) > due('双公示', decided_on)
UNION ALL
SELECT 'cases', entry, respondent_uscc, region, due('双公示', decided_on)
FROM cases WHERE kind = '行政处罚' AND coalesce(published_on, :data_date) > due('双公示', decided_on)
-- day: 2026-09-30
-- + agencies paper_no=P1 paper_kind=许可 outcome=准予 decided_on=2026-09-15 => due=2026-09-23
-- + cases case_id=K1 kind=行政处罚 decided_on=2026-06-01 published_on=2026-06-11 => due=2026-06-10
-- - cases case_id=K1 kind=行政处罚 decided_on=2026-06-01 published_on=2026-06-10
-- - agencies paper_no=P1 paper_kind=备案 outcome=准予 decided_on=2026-09-15
