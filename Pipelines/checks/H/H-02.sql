-- id: H-02
-- zh: 开考比例不足且无批准
-- level: correct
-- section: 事业单位科
-- clause: 桂人社办发〔2013〕135号
-- remedy: 补办批准或取消岗位
-- entry: public_posts
--- 没有写开考比例的, 按 rules/lists/public-posts.yaml。
SELECT entry, unit_uscc AS unit, region, seats_examined || ':' || plan AS figure FROM public_posts
WHERE seats_examined < plan * coalesce(ratio_required, (SELECT ratio FROM list_public_posts)) AND method = '统一考试' AND coalesce(cancelled, 0) < plan
  AND NOT (has(relaxed, '开考比例') AND coalesce(relaxed_no, '') <> '')
-- day: 2026-09-30
-- + public_posts plan_id=L post_id=1 plan=2 method=统一考试 seats_examined=5 => figure=5:2
-- + public_posts plan_id=L post_id=1 plan=2 method=统一考试 seats_examined=5 relaxed=开考比例
-- - public_posts plan_id=L post_id=1 plan=2 method=统一考试 seats_examined=6
-- - public_posts plan_id=L post_id=1 plan=2 method=统一考试 seats_examined=5 relaxed=学历;开考比例 relaxed_no=桂1
-- + public_posts plan_id=L post_id=1 plan=2 ratio_required=2 method=统一考试 seats_examined=3
-- - public_posts plan_id=L post_id=1 plan=2 ratio_required=2 method=统一考试 seats_examined=4
-- - public_posts plan_id=L post_id=1 plan=2 method=统一考试 seats_examined=5 cancelled=2
-- - public_posts plan_id=L post_id=1 plan=2 method=直接考核 seats_examined=2
