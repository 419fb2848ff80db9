-- id: G-07
-- zh: 专职工作人员不足
-- level: correct
-- section: 人力资源开发科
-- clause: 人社部令第50号 6
-- remedy: 现场核实人员
-- entry: agencies
-- with: least=3
SELECT entry, uscc AS unit, region, licensed_staff AS figure
FROM agencies WHERE paper_kind = '许可' AND licensed_staff < :least AND coalesce(earliest(revoked_on, valid_until), '9999') >= :data_date
-- day: 2026-09-30
-- + agencies paper_no=P1 paper_kind=许可 licensed_staff=2 => figure=2
-- - agencies paper_no=P1 paper_kind=许可 licensed_staff=3
-- - agencies paper_no=P1 paper_kind=许可
-- - agencies paper_no=P1 paper_kind=备案 licensed_staff=1
-- - agencies paper_no=P1 paper_kind=许可 licensed_staff=2 valid_until=2026-09-29
