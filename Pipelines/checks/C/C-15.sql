-- id: C-15
-- zh: 招聘信息要素不全
-- level: correct
-- section: 就业服务中心
-- clause: 人力资源市场暂行条例 24 29; 人社厅发〔2025〕60号; 人社部令第50号
-- remedy: 补齐要素再发布
-- entry: postings
-- with: days=183 life=90 place=工作地点 pay=基本劳动报酬 until=有效期限 terms=招聘条件
--- 单位、人数没有的收取时已退回, 工作内容见 C15。一个平台全都没有的要素, 是导出没有这一列, 不看。
SELECT entry, employer_name AS unit, posted_on AS since, trim(gaps, '、') AS figure,
  coalesce(employer_uscc, employer_name, entry) || '/' || quarter(posted_on) AS lead
FROM (
  SELECT *,
    CASE WHEN has_place AND region IS NULL THEN :place || '、' ELSE '' END
    || CASE WHEN has_pay AND coalesce(pay_state, '') <> '明示' THEN :pay || '、' ELSE '' END
    || CASE WHEN has_until AND valid_until IS NULL AND closed_on IS NULL AND add_days(posted_on, :life) < :data_date THEN :until || '、' ELSE '' END
    || CASE WHEN has_terms AND coalesce(education, title_level, skill_level, experience_years, age_low, age_high) IS NULL THEN :terms || '、' ELSE '' END AS gaps
  FROM (
    SELECT *, max(region IS NOT NULL) OVER w AS has_place, max(coalesce(pay_state, '') = '明示') OVER w AS has_pay,
      max(valid_until IS NOT NULL) OVER w AS has_until,
      max(coalesce(education, title_level, skill_level, experience_years) IS NOT NULL) OVER w AS has_terms
    FROM postings WHERE posted_on > add_days(:data_date, -:days) WINDOW w AS (PARTITION BY platform)))
WHERE gaps <> ''
-- day: 2026-09-30
-- + postings posting_id=J1 region=450602 pay_state=面议 valid_until=2026-10-01 experience_years=1 posted_on=2026-09-01 | postings posting_id=J2 region=450602 pay_state=明示 valid_until=2026-10-01 experience_years=1 posted_on=2026-09-01 => figure=基本劳动报酬 leads=1
-- + postings posting_id=J1 pay_state=明示 valid_until=2026-10-01 experience_years=1 posted_on=2026-09-01 | postings posting_id=J2 region=450600 pay_state=明示 valid_until=2026-10-01 experience_years=1 posted_on=2026-09-01 => figure=工作地点 leads=1
-- + postings posting_id=J1 region=450602 pay_state=明示 experience_years=1 posted_on=2026-07-01 | postings posting_id=J2 region=450602 pay_state=明示 valid_until=2026-10-01 experience_years=1 posted_on=2026-09-01 => figure=有效期限 leads=1
-- - postings posting_id=J1 region=450602 pay_state=面议 posted_on=2026-09-01
-- - postings posting_id=J1 region=450602 pay_state=明示 experience_years=1 posted_on=2026-07-03 | postings posting_id=J2 region=450602 pay_state=明示 valid_until=2026-10-01 experience_years=1 posted_on=2026-09-01
-- - postings posting_id=J1 region=450600 pay_state=明示 valid_until=2026-10-01 experience_years=1 posted_on=2026-09-01
