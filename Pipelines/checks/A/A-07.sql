-- id: A-07
-- zh: 档案服务收费
-- level: violation
-- section: 就业服务中心
-- clause: 人力资源市场暂行条例 15(七)
-- remedy: 停止收费并退还
-- entry: counts
SELECT entry, region, fee AS amount, period_end AS since
FROM counts WHERE fee > 0 AND item IN (SELECT code FROM list_count_items WHERE free)
-- day: 2026-09-30
-- + counts item=档案证明 period=2026Q3 value=20 fee=100 => amount=100
-- + counts item=材料归档 period=2026Q3 value=20 fee=1 => amount=1
-- - counts item=档案证明 period=2026Q3 value=20 fee=0
-- - counts item=招聘会场次 period=2026Q3 value=2 fee=100
