-- id: G-09
-- zh: 同一信用代码两个名称, 或同一编号两家机构
-- level: advise
-- section: 人力资源开发科
-- clause: 登记质量
-- remedy: 核对名称、编号和信用代码
-- entry: agencies
-- other: agencies
SELECT a.entry, b.entry AS other, a.uscc AS unit, a.region
FROM agencies a JOIN (SELECT DISTINCT entry, uscc, registered_name FROM agencies WHERE uscc IS NOT NULL) b
  ON a.uscc = b.uscc AND +a.entry < b.entry AND a.registered_name <> b.registered_name
UNION ALL
SELECT a.entry, b.entry, a.uscc, a.region
FROM agencies a JOIN (SELECT DISTINCT entry, paper_no, uscc FROM agencies) b ON a.paper_no = b.paper_no AND +a.entry < b.entry AND a.uscc <> b.uscc
-- day: 2026-09-30
-- + agencies paper_no=P1 uscc=U1 registered_name=甲 | agencies paper_no=P2 uscc=U1 registered_name=乙 => entry=P1 other=P2
-- + agencies paper_no=P1 paper_kind=备案 uscc=U1 registered_name=甲 | agencies paper_no=P1 paper_kind=许可 uscc=U2 registered_name=乙
-- - agencies paper_no=P1 uscc=U1 registered_name=甲 | agencies paper_no=P2 uscc=U1 registered_name=甲
-- - agencies paper_no=P1 registered_name=甲 | agencies paper_no=P2 registered_name=乙
-- - agencies paper_no=P1 paper_kind=备案 uscc=U1 registered_name=甲 | agencies paper_no=P1 paper_kind=许可 uscc=U1 registered_name=甲
