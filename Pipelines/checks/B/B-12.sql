-- id: B-12
-- zh: 申领逾期未办结
-- level: due correct
-- section: 人力资源开发科
-- clause: 服务清单承诺时限
-- remedy: 尽快办结
-- entry: claims
-- needs: items
SELECT c.entry, c.region, add_workdays(c.accepted_on, i.promised_days) AS due, CASE WHEN c.decided_on IS NULL THEN 'due' ELSE 'correct' END AS level
FROM claims c JOIN (SELECT DISTINCT name, promised_days FROM item_lists WHERE list_kind = '服务清单' AND next_on IS NULL) i ON i.name = c.scheme
WHERE coalesce(c.decided_on, :data_date) > add_workdays(c.accepted_on, i.promised_days)
-- day: 2026-09-30
-- + claims claim_id=C1 scheme=租房补贴 accepted_on=2026-07-01 | items list_period=2026Q3 item_id=S1 list_kind=服务清单 name=租房补贴 promised_days=10 => due=2026-07-15
-- - claims claim_id=C1 scheme=租房补贴 accepted_on=2026-07-01 decided_on=2026-07-15 | items list_period=2026Q3 item_id=S1 list_kind=服务清单 name=租房补贴 promised_days=10
-- - claims claim_id=C1 scheme=租房补贴 accepted_on=2026-07-01 | items list_period=2026Q3 item_id=S1 list_kind=政策清单 name=租房补贴 promised_days=10
-- - claims claim_id=C1 scheme=租房补贴 accepted_on=2026-07-01 | items list_period=2026Q2 item_id=S1 list_kind=服务清单 name=租房补贴 promised_days=10 | items list_period=2026Q3 item_id=S2 list_kind=服务清单 name=购房补贴 promised_days=10
