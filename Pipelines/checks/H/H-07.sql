-- id: H-07
-- zh: 公开招聘的条件涉嫌歧视
-- level: correct
-- section: 事业单位科
-- clause: 事业单位公开招聘人员暂行规定; 就业促进法 3; 人力资源市场暂行条例 24
-- remedy: 删去或改写这一条件, 发布变更公告
-- entry: public_posts
-- needs: public_posts_findings
--- 条件原文由岗位规则 C01 至 C08 筛查, 提示一级的不列; 数字一列是碰到的规则。
SELECT entry, entry AS lead, unit_uscc AS unit, region, notice_on AS since, group_concat(rule, '、') AS figure
FROM (SELECT * FROM public_posts_findings WHERE rule BETWEEN 'C01' AND 'C08' AND rule_level <> 'advise' ORDER BY entry, rule)
GROUP BY entry
-- day: 2026-09-30
-- + public_posts plan_id=L post_id=1 notice_on=2026-07-01 | public_posts_findings plan_id=L post_id=1 notice_on=2026-07-01 rule=C01 rule_level=violation => entry=L/1 figure=C01
-- + public_posts plan_id=L post_id=1 notice_on=2026-07-01 | public_posts_findings plan_id=L post_id=1 notice_on=2026-07-01 rule=C08 rule_level=correct => figure=C08
-- + public_posts plan_id=L post_id=1 notice_on=2026-07-01 | public_posts_findings plan_id=L post_id=1 notice_on=2026-07-01 rule=C04 rule_level=correct | public_posts_findings plan_id=L post_id=1 notice_on=2026-07-01 rule=C01 rule_level=violation => figure=C01、C04 leads=1
-- - public_posts plan_id=L post_id=1 notice_on=2026-07-01 | public_posts_findings plan_id=L post_id=1 notice_on=2026-07-01 rule=C06 rule_level=advise
-- - public_posts plan_id=L post_id=1 notice_on=2026-07-01 | public_posts_findings plan_id=L post_id=1 notice_on=2026-07-01 rule=C09 rule_level=violation
