-- id: R-26
-- zh: 评审超过承诺时限
-- level: correct due
-- section: 专业技术科
-- clause: 实施方案 16
-- remedy: 查明原因
-- entry: register
-- needs: register.kind=职称 items
-- with: item=职称评审
SELECT r.entry, r.region, add_workdays(r.applied_on, i.promised_days) AS due, CASE WHEN r.decided_on IS NULL THEN 'due' ELSE 'correct' END AS level
FROM register r JOIN (SELECT DISTINCT promised_days, valid_from FROM item_lists WHERE name = :item AND list_kind = '服务清单' AND next_on IS NULL) i
  ON coalesce(i.valid_from, '') <= r.applied_on
WHERE r.kind = '职称' AND coalesce(r.decided_on, :data_date) > add_workdays(r.applied_on, i.promised_days)
-- day: 2026-09-30
-- + register entry_id=E1 kind=职称 applied_on=2026-07-01 decided_on=2026-07-16 | items list_period=2026Q3 item_id=S1 list_kind=服务清单 name=职称评审 promised_days=10 valid_from=2026-01-01 => due=2026-07-15
-- - register entry_id=E1 kind=职称 applied_on=2026-07-01 decided_on=2026-07-15 | items list_period=2026Q3 item_id=S1 list_kind=服务清单 name=职称评审 promised_days=10 valid_from=2026-01-01
-- - register entry_id=E1 kind=职称 applied_on=2026-07-01 decided_on=2026-07-16 | items list_period=2026Q3 item_id=S1 list_kind=服务清单 name=职称评审 promised_days=10 valid_from=2026-07-02
