-- id: G-11
-- zh: 诚信等级过期; D级六个月内没有检查
-- level: advise correct
-- section: 人力资源开发科
-- clause: 人力资源市场暂行条例 37
-- remedy: 安排评定或检查
-- entry: agencies
-- with: months=24 inspected=6 grading=评定
SELECT min(entry) AS entry, uscc AS unit, uscc || ' ' || :grading AS lead, min(region) AS region, max(graded_on) AS since, 'advise' AS level
FROM agencies
WHERE uscc IS NOT NULL AND paper_kind IN ('许可', '备案') AND coalesce(earliest(revoked_on, valid_until), '9999') >= :data_date
  AND issued_on < add_months(:data_date, -:months)
GROUP BY uscc HAVING max(graded_on) IS NULL OR add_months(max(graded_on), :months) < :data_date
UNION ALL
SELECT a.entry, a.uscc, a.uscc || ' D', a.region, a.graded_on, 'correct'
FROM agencies a
WHERE a.integrity_grade = 'D' AND coalesce(earliest(a.revoked_on, a.valid_until), '9999') >= :data_date AND NOT EXISTS (
  SELECT 1 FROM cases c WHERE c.respondent_uscc = a.uscc AND c.kind IN ('日常检查', '专项检查', '双随机')
  AND c.filed_on >= add_months(:data_date, -:inspected))
-- day: 2026-09-30
-- + agencies paper_no=P1 uscc=U1 paper_kind=许可 issued_on=2022-01-01 integrity_grade=A graded_on=2024-09-29 => level=advise
-- + agencies paper_no=P1 uscc=U1 paper_kind=许可 issued_on=2024-09-29 => level=advise
-- + agencies paper_no=P1 uscc=U1 paper_kind=许可 integrity_grade=D graded_on=2026-01-01 | cases case_id=K1 kind=日常检查 respondent_uscc=U1 filed_on=2026-03-29 => level=correct
-- - agencies paper_no=P1 uscc=U1 paper_kind=许可 issued_on=2022-01-01 integrity_grade=A graded_on=2024-09-30
-- - agencies paper_no=P1 uscc=U1 paper_kind=许可 issued_on=2024-09-30
-- - agencies paper_no=P1 uscc=U1 paper_kind=许可 integrity_grade=D graded_on=2026-01-01 | cases case_id=K1 kind=日常检查 respondent_uscc=U1 filed_on=2026-03-30
-- - agencies paper_no=P1 uscc=U1 paper_kind=许可 issued_on=2022-01-01 valid_until=2026-09-29
