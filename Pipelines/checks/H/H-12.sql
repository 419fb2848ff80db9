-- id: H-12
-- zh: 报考不足而取消的岗位
-- level: advise
-- section: 事业单位科
-- clause: 桂人社办发〔2013〕135号
-- remedy: 不是过错; 供下次设岗参考
-- entry: public_posts
SELECT entry, unit_uscc AS unit, region, cancelled || '/' || plan AS figure FROM public_posts
WHERE cancelled > 0 AND coalesce(applicants, 0) < plan * coalesce(ratio_required, (SELECT ratio FROM list_public_posts))
-- day: 2026-09-30
-- + public_posts plan_id=L post_id=1 plan=2 cancelled=1 applicants=5 => figure=1/2
-- + public_posts plan_id=L post_id=1 plan=1 cancelled=1
-- - public_posts plan_id=L post_id=1 plan=2 cancelled=1 applicants=6
-- - public_posts plan_id=L post_id=1 plan=2 cancelled=0 applicants=1
-- - public_posts plan_id=L post_id=1 plan=2 applicants=1
