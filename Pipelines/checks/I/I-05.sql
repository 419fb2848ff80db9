-- id: I-05
-- zh: 移出清单而无替代或说明
-- level: advise
-- section: 政策法规科
-- clause: 实施方案 33
-- remedy: 补充说明
-- entry: items
SELECT entry, list_kind || ' ' || item_id AS lead, next_on AS since FROM item_lists
WHERE next_on IS NOT NULL AND NOT in_next AND replaced_by IS NULL AND coalesce(note, '') = '' AND NOT comes_back
-- day: 2026-09-30
-- + items list_period=2026Q2 list_kind=服务清单 item_id=S1 name=甲 | items list_period=2026Q3 list_kind=服务清单 item_id=S2 => since=2026-09-30
-- - items list_period=2026Q2 list_kind=服务清单 item_id=S1 replaced_by=S2 | items list_period=2026Q3 list_kind=服务清单 item_id=S2
-- - items list_period=2026Q2 list_kind=服务清单 item_id=S1 note=已废止 | items list_period=2026Q3 list_kind=服务清单 item_id=S2
-- - items list_period=2026Q2 list_kind=服务清单 item_id=S1 | items list_period=2026Q3 list_kind=服务清单 item_id=S1
-- - items list_period=2026Q2 list_kind=服务清单 item_id=S1 | items list_period=2026Q3 list_kind=权力清单 item_id=S2
-- - items list_period=2026Q1 list_kind=服务清单 item_id=S1 | items list_period=2026Q2 list_kind=服务清单 item_id=S2 replaced_by=S1 | items list_period=2026Q3 list_kind=服务清单 item_id=S1
