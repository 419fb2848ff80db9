-- id: G-05
-- zh: 未按期提交年度报告
-- level: correct
-- section: 人力资源开发科
-- clause: 人力资源市场暂行条例 36 44
-- remedy: 催报; 拒不提交的移送支队
-- entry: agencies
--- 期限由本局填写, 见 rules/lists/annual-report.yaml。一家机构一条, 不论几份证照; 报过一份就算。
SELECT min(entry) AS entry, uscc AS unit, uscc AS lead, min(region) AS region, due
FROM (SELECT *, substr(:data_date, 1, 4) || '-01-01' AS year_start, substr(:data_date, 1, 4) || '-' || (SELECT month_day FROM list_annual_report) AS due FROM agencies)
WHERE :data_date > due AND issued_on < year_start AND uscc IS NOT NULL AND paper_kind IN ('许可', '备案')
  AND coalesce(earliest(revoked_on, valid_until), '9999') >= due
GROUP BY uscc HAVING max(coalesce(annual_reported_on, '')) < min(year_start) OR min(coalesce(annual_reported_on, '9999')) > min(due)
-- day: 2026-09-30
-- + agencies paper_no=P1 uscc=U1 paper_kind=许可 issued_on=2025-06-01 annual_reported_on=2025-03-20 => due=2026-03-31
-- + agencies paper_no=P1 uscc=U1 paper_kind=许可 issued_on=2025-12-31
-- + agencies paper_no=P1 uscc=U1 paper_kind=许可 issued_on=2025-06-01 annual_reported_on=2026-04-01
-- + agencies paper_no=P1 uscc=U1 paper_kind=许可 issued_on=2025-06-01 | agencies paper_no=P2 uscc=U1 paper_kind=备案 issued_on=2025-06-01 => leads=1
-- - agencies paper_no=P1 uscc=U1 paper_kind=许可 issued_on=2026-01-01
-- - agencies paper_no=P1 uscc=U1 paper_kind=许可 issued_on=2025-06-01 annual_reported_on=2026-03-31
-- - agencies paper_no=P1 uscc=U1 paper_kind=许可 issued_on=2025-06-01 annual_reported_on=2026-03-31 | agencies paper_no=P2 uscc=U1 paper_kind=备案 issued_on=2025-06-01
-- - agencies paper_no=P1 uscc=U1 paper_kind=许可 issued_on=2021-06-01 valid_until=2026-03-30
-- - agencies paper_no=P1 uscc=U1 paper_kind=劳务派遣许可 issued_on=2021-06-01
