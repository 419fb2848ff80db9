-- id: I-08
-- zh: 依据已废止
-- level: correct
-- section: 政策法规科
-- clause: 实施方案 33
-- remedy: 更新依据
-- entry: items
--- 已废止的文件由本局填写: rules/lists/repealed.yaml。
SELECT i.entry, i.list_kind || ' ' || i.item_id AS lead, r.until AS since, r.document AS figure
FROM item_lists i JOIN list_repealed r ON instr(i.basis, r.document) > 0
WHERE r.until < :data_date AND i.next_on IS NULL
-- day: 2026-09-30
-- + items list_period=2026Q3 list_kind=服务清单 item_id=S1 basis=桂政发〔2009〕5号第3条 => figure=桂政发〔2009〕5号
-- - items list_period=2026Q3 list_kind=服务清单 item_id=S1 basis=桂政发〔2010〕5号
-- - items list_period=2026Q2 list_kind=服务清单 item_id=S1 basis=桂政发〔2009〕5号 | items list_period=2026Q3 list_kind=服务清单 item_id=S9 basis=甲
