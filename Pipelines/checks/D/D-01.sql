-- id: D-01
-- zh: 仲裁申请五个工作日内未决定受理
-- level: due correct
-- section: 仲裁院
-- clause: 劳动争议调解仲裁法 29
-- remedy: 立即决定是否受理
-- entry: cases
-- with: ahead=5
SELECT entry, respondent_uscc AS unit, region, due('仲裁受理', filed_on) AS due,
  CASE WHEN accepted_on IS NULL THEN 'due' ELSE 'correct' END AS level, due('仲裁受理', filed_on) < :data_date AS urgent
FROM cases
WHERE kind = '仲裁' AND coalesce(outcome, '') <> '不予受理' AND CASE WHEN accepted_on IS NULL
  THEN add_workdays(:data_date, :ahead) >= due('仲裁受理', filed_on) ELSE accepted_on > due('仲裁受理', filed_on) END
-- day: 2026-09-30
-- + cases case_id=K1 kind=仲裁 filed_on=2026-09-21 => due=2026-09-29 urgent=1 level=due
-- + cases case_id=K1 kind=仲裁 filed_on=2026-06-01 accepted_on=2026-06-09 => due=2026-06-08 level=correct
-- - cases case_id=K1 kind=仲裁 filed_on=2026-06-01 accepted_on=2026-06-08
-- - cases case_id=K1 kind=调解 filed_on=2026-06-01
