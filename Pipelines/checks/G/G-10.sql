-- id: G-10
-- zh: 劳务派遣业务没有劳务派遣许可
-- level: correct
-- section: 人力资源开发科
-- clause: 劳动合同法 57
-- remedy: 核对经营范围
-- entry: agencies
SELECT a.entry, a.uscc AS unit, a.uscc AS lead, a.region
FROM agencies a
WHERE coalesce(earliest(a.revoked_on, a.valid_until), '9999') >= :data_date AND has(a.business, '劳务派遣') AND a.uscc IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM agencies d WHERE d.uscc = a.uscc AND d.paper_kind = '劳务派遣许可' AND coalesce(earliest(d.revoked_on, d.valid_until), '9999') >= :data_date)
-- day: 2026-09-30
-- + agencies paper_no=P1 uscc=U1 paper_kind=许可 business=招聘;劳务派遣
-- + agencies paper_no=P1 uscc=U1 paper_kind=许可 business=劳务派遣 | agencies paper_no=P2 uscc=U1 paper_kind=劳务派遣许可 valid_until=2026-09-29
-- - agencies paper_no=P1 uscc=U1 paper_kind=许可 business=劳务派遣 | agencies paper_no=P2 uscc=U1 paper_kind=劳务派遣许可 valid_until=2026-09-30
-- - agencies paper_no=P1 uscc=U1 paper_kind=许可 business=招聘
-- - agencies paper_no=P1 uscc=U1 paper_kind=许可 business=劳务派遣 valid_until=2026-09-29
