-- id: H-06
-- zh: 非艰苦边远岗位放宽而无批准
-- level: correct
-- section: 事业单位科
-- clause: 实施方案 26
-- remedy: 补办批准
-- entry: public_posts
--- 艰苦边远的县由本局按现行名单填写: rules/lists/hard-areas.yaml。
SELECT p.entry, p.entry AS lead, p.unit_uscc AS unit, p.region, p.relaxed AS figure FROM public_posts p
WHERE json_array_length(p.relaxed) > 0 AND coalesce(p.relaxed_no, '') = '' AND NOT EXISTS (SELECT 1 FROM list_hard_areas h
  WHERE h.region = p.region AND coalesce(h.starts, '') <= p.notice_on AND coalesce(h.until, '9999') >= p.notice_on)
-- day: 2026-09-30
-- + public_posts plan_id=L post_id=1 relaxed=年龄 region=450602 notice_on=2026-05-01
-- + public_posts plan_id=L post_id=1 relaxed=年龄 region=450621 notice_on=2026-07-01
-- - public_posts plan_id=L post_id=1 relaxed=年龄 region=450621 notice_on=2026-06-30
-- - public_posts plan_id=L post_id=1 relaxed=年龄 region=450602 notice_on=2026-05-01 relaxed_no=桂1
