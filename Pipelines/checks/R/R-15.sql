-- id: R-15
-- zh: 绿色通道逾期办理
-- level: due correct
-- section: 专业技术科
-- clause: 服务清单承诺时限
-- remedy: 尽快办结
-- entry: register
-- needs: register.kind=绿色通道 items
-- with: item=急需紧缺人才绿色通道
SELECT r.entry, r.unit_uscc AS unit, r.region, add_workdays(r.applied_on, i.promised_days) AS due, CASE WHEN r.decided_on IS NULL THEN 'due' ELSE 'correct' END AS level
FROM register r JOIN (SELECT DISTINCT promised_days, valid_from FROM item_lists WHERE name = :item AND list_kind = '服务清单' AND next_on IS NULL) i
  ON coalesce(i.valid_from, '') <= r.applied_on
WHERE r.kind = '绿色通道' AND coalesce(r.decided_on, :data_date) > add_workdays(r.applied_on, i.promised_days)
-- day: 2026-09-30
-- + register entry_id=E1 kind=绿色通道 applied_on=2026-07-01 decided_on=2026-07-16 | items list_period=2026Q3 item_id=S1 list_kind=服务清单 name=急需紧缺人才绿色通道 promised_days=10 => due=2026-07-15
-- - register entry_id=E1 kind=绿色通道 applied_on=2026-07-01 decided_on=2026-07-15 | items list_period=2026Q3 item_id=S1 list_kind=服务清单 name=急需紧缺人才绿色通道 promised_days=10
-- - register entry_id=E1 kind=绿色通道 applied_on=2026-07-01 decided_on=2026-07-16 | items list_period=2026Q3 item_id=S1 list_kind=服务清单 name=急需紧缺人才绿色通道
-- - register entry_id=E1 kind=职称 applied_on=2026-07-01 decided_on=2026-07-16 | items list_period=2026Q3 item_id=S1 list_kind=服务清单 name=急需紧缺人才绿色通道 promised_days=10
