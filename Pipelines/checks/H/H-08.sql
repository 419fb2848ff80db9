-- id: H-08
-- zh: 职业院校专业教师条件不足
-- level: correct
-- section: 事业单位科
-- clause: 实施方案 15
-- remedy: 核对招聘条件
-- entry: public_posts
SELECT entry, unit_uscc AS unit, region, enterprise_years AS figure FROM public_posts
WHERE vocational_teacher AND (coalesce(enterprise_years, 0) < 2 OR coalesce(education, '') NOT IN (
    SELECT code FROM list_education WHERE '大学专科教育' IN (code, parent) OR '大学本科教育' IN (code, parent) OR '研究生教育' IN (code, parent)))
  AND coalesce(skill_level, '') NOT IN ('三级', '二级', '一级')
-- day: 2026-09-30
-- + public_posts plan_id=L post_id=1 vocational_teacher=1 enterprise_years=1 education=大学本科教育
-- - public_posts plan_id=L post_id=1 vocational_teacher=1 enterprise_years=2 education=大学专科毕业
-- - public_posts plan_id=L post_id=1 vocational_teacher=1 enterprise_years=0 education=普通高级中学教育 skill_level=三级
-- + public_posts plan_id=L post_id=1 vocational_teacher=1 enterprise_years=5 education=普通高级中学教育 skill_level=四级
-- - public_posts plan_id=L post_id=1 enterprise_years=0
