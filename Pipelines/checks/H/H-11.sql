-- id: H-11
-- zh: 直接考核不在规定的范围
-- level: correct
-- section: 事业单位科
-- clause: 桂人社规〔2025〕11号
-- remedy: 改为公开考试, 或补办批准
-- entry: public_posts
--- 可以直接考核的学历、职称由本局填写: rules/lists/direct-assessment.yaml。
SELECT entry, unit_uscc AS unit, region, education AS figure FROM public_posts p
WHERE method = '直接考核' AND coalesce(relaxed_no, '') = '' AND NOT EXISTS (
  SELECT 1 FROM list_direct_assessment d WHERE d.education = p.education OR d.title_level = p.title_level)
-- day: 2026-09-30
-- + public_posts plan_id=L post_id=1 method=直接考核 education=大学本科教育
-- + public_posts plan_id=L post_id=1 method=直接考核
-- - public_posts plan_id=L post_id=1 method=直接考核 education=博士研究生毕业
-- - public_posts plan_id=L post_id=1 method=直接考核 education=大学本科教育 title_level=高级
-- - public_posts plan_id=L post_id=1 method=直接考核 relaxed_no=桂1
-- - public_posts plan_id=L post_id=1 method=统一考试 education=大学本科教育
