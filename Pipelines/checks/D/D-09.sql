-- id: D-09
-- zh: 招聘投诉没有关联岗位或机构
-- level: advise
-- section: 劳动监察保障支队
-- clause: 登记质量
-- remedy: 补记岗位编号或许可证号
-- entry: cases
SELECT entry, respondent_uscc AS unit, region FROM cases
WHERE kind IN ('投诉', '举报') AND subject IN (SELECT code FROM list_case_subject WHERE market) AND posting_id IS NULL AND agency_paper_no IS NULL
-- day: 2026-09-30
-- + cases case_id=K1 kind=投诉 subject=虚假招聘
-- - cases case_id=K1 kind=投诉 subject=虚假招聘 posting_id=J1
-- - cases case_id=K1 kind=投诉 subject=劳动报酬
