-- id: D-03
-- zh: 调解超过15日
-- level: due correct
-- section: 仲裁院
-- clause: 劳动争议调解仲裁法 14
-- remedy: 告知当事人可以申请仲裁
-- entry: cases
SELECT entry, respondent_uscc AS unit, region, due('调解', accepted_on) AS due, CASE WHEN closed_on IS NULL THEN 'due' ELSE 'correct' END AS level
FROM cases WHERE kind = '调解' AND coalesce(closed_on, :data_date) > due('调解', accepted_on)
-- day: 2026-09-30
-- + cases case_id=K1 kind=调解 accepted_on=2026-09-14 => due=2026-09-29
-- - cases case_id=K1 kind=调解 accepted_on=2026-09-15
-- + cases case_id=K1 kind=调解 accepted_on=2026-06-01 closed_on=2026-06-17 => level=correct
-- - cases case_id=K1 kind=调解 accepted_on=2026-06-01 closed_on=2026-06-16
