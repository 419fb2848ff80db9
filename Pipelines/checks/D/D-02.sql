-- id: D-02
-- zh: 仲裁超过审限
-- level: due correct
-- section: 仲裁院
-- clause: 劳动争议调解仲裁法 43
-- remedy: 尽快裁决; 需要的办理延期
-- entry: cases
-- with: ahead=5
SELECT entry, respondent_uscc AS unit, region, due('仲裁', accepted_on, extended_on) AS due,
  days(:data_date, due('仲裁', accepted_on, extended_on)) AS days, CASE WHEN closed_on IS NULL THEN 'due' ELSE 'correct' END AS level
FROM cases
WHERE kind = '仲裁' AND CASE WHEN closed_on IS NULL THEN add_days(:data_date, :ahead) >= due('仲裁', accepted_on, extended_on)
  ELSE closed_on > due('仲裁', accepted_on, extended_on) END
-- day: 2026-09-30
-- + cases case_id=K1 kind=仲裁 accepted_on=2026-08-21 => due=2026-10-05 days=5 level=due
-- + cases case_id=K1 kind=仲裁 accepted_on=2026-05-01 closed_on=2026-06-16 => due=2026-06-15 level=correct
-- - cases case_id=K1 kind=仲裁 accepted_on=2026-05-01 extended_on=2026-06-10 closed_on=2026-06-30
-- - cases case_id=K1 kind=仲裁 accepted_on=2026-08-22
-- - cases case_id=K1 kind=仲裁 accepted_on=2024-01-15 closed_on=2024-02-29
-- + cases case_id=K1 kind=仲裁 accepted_on=2024-01-15 closed_on=2024-03-01 => due=2024-02-29
