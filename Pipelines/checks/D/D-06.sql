-- id: D-06
-- zh: 同一单位12个月内三起以上
-- level: advise
-- section: 劳动监察保障支队
-- clause: 实施方案 25
-- remedy: 约谈单位
-- entry: cases
-- with: least=3
SELECT entry, respondent_uscc AS unit, respondent_uscc AS lead, region, filed_on AS since, cases AS figure FROM (
  SELECT *, count(*) OVER (PARTITION BY respondent_uscc) AS cases FROM cases
  WHERE respondent_uscc IS NOT NULL AND kind IN ('投诉', '举报', '线索核查', '调解', '仲裁', '行政处罚') AND filed_on > add_months(:data_date, -12))
WHERE cases >= :least
-- day: 2026-09-30
-- + cases case_id=K1 kind=投诉 respondent_uscc=U1 filed_on=2025-10-01 | cases case_id=K2 kind=仲裁 respondent_uscc=U1 filed_on=2026-01-01 | cases case_id=K3 kind=举报 respondent_uscc=U1 filed_on=2026-02-01 => figure=3 leads=1
-- - cases case_id=K1 kind=投诉 respondent_uscc=U1 filed_on=2025-09-30 | cases case_id=K2 kind=仲裁 respondent_uscc=U1 filed_on=2026-01-01 | cases case_id=K3 kind=举报 respondent_uscc=U1 filed_on=2026-02-01
-- - cases case_id=K1 kind=投诉 filed_on=2026-01-01 | cases case_id=K2 kind=仲裁 filed_on=2026-01-01 | cases case_id=K3 kind=举报 filed_on=2026-02-01
-- - cases case_id=K1 kind=投诉 respondent_uscc=U1 filed_on=2026-01-01 | cases case_id=K2 kind=日常检查 respondent_uscc=U1 filed_on=2026-01-01 | cases case_id=K3 kind=举报 respondent_uscc=U1 filed_on=2026-02-01
