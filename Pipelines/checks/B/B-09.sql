-- id: B-09
-- zh: 用工服务奖补的推荐记录不符
-- level: correct
-- section: 就业服务中心
-- clause: 实施方案 41
-- remedy: 逐笔核对推荐记录
-- entry: claims
-- needs: placements
-- without: list_service_award
--- 留任几个月、几个月内再次录用不算, 由本局填写: rules/lists/service-award.yaml; 没有填写的不看这两样。
SELECT c.entry, c.number AS other, c.uscc AS unit, c.region, c.share AS amount,
  CASE WHEN p.placement_id IS NULL THEN '没有记录' WHEN p.started_on IS NULL THEN '没有到岗'
    WHEN p.employer_uscc IN (c.uscc, (SELECT a.parent_uscc FROM agencies a WHERE a.uscc = c.uscc AND a.parent_uscc IS NOT NULL)) THEN '机构自用'
    WHEN p.ended_on < add_months(p.started_on, (SELECT months FROM list_service_award)) THEN '留任不足'
    WHEN twice.claims > 1 THEN '两家申领' ELSE '同一单位再次录用' END AS figure
FROM (SELECT d.*, j.value AS number, d.amount_paid / json_array_length(d.placement_ids) AS share
    FROM claims d JOIN json_each(d.placement_ids) j WHERE d.scheme = '用工服务奖补' AND coalesce(d.decision, '通过') = '通过') c
  LEFT JOIN (SELECT DISTINCT placement_id, person, employer_uscc, started_on, ended_on FROM placements
    WHERE placement_id IN (SELECT k.value FROM claims d JOIN json_each(d.placement_ids) k)) p ON p.placement_id = c.number
  JOIN (SELECT k.value AS placement, count(DISTINCT d.uscc) AS claims FROM claims d JOIN json_each(d.placement_ids) k
    WHERE coalesce(d.decision, '通过') = '通过' GROUP BY 1) twice ON twice.placement = c.number
  LEFT JOIN (SELECT person, employer_uscc, started_on, lag(started_on) OVER (PARTITION BY person, employer_uscc ORDER BY started_on) AS before
    FROM (SELECT DISTINCT person, employer_uscc, started_on FROM placements WHERE employer_uscc IS NOT NULL AND started_on IS NOT NULL
      AND person IN (SELECT o.person FROM placements o WHERE o.placement_id IN (SELECT k.value FROM claims d JOIN json_each(d.placement_ids) k)))) q
  ON q.person = p.person AND q.employer_uscc = p.employer_uscc AND q.started_on = p.started_on
WHERE p.placement_id IS NULL OR p.started_on IS NULL OR twice.claims > 1
  OR p.employer_uscc IN (c.uscc, (SELECT a.parent_uscc FROM agencies a WHERE a.uscc = c.uscc AND a.parent_uscc IS NOT NULL))
  OR p.ended_on < add_months(p.started_on, (SELECT months FROM list_service_award))
  OR q.before >= add_months(p.started_on, -(SELECT rehired FROM list_service_award))
-- day: 2026-09-30
-- + claims claim_id=C1 scheme=用工服务奖补 uscc=U1 placement_ids=T1;T2 amount_paid=1000 | placements placement_id=T1 employer_uscc=U2 started_on=2026-01-05 => other=T2 figure=没有记录 amount=500
-- + claims claim_id=C1 scheme=用工服务奖补 uscc=U1 placement_ids=T1 | placements placement_id=T1 employer_uscc=U1 started_on=2026-01-05 => figure=机构自用
-- + claims claim_id=C1 scheme=用工服务奖补 uscc=U1 placement_ids=T1 | placements placement_id=T1 employer_uscc=U9 started_on=2026-01-05 | agencies paper_no=P1 uscc=U1 parent_uscc=U9 => figure=机构自用
-- + claims claim_id=C1 scheme=用工服务奖补 uscc=U1 placement_ids=T1 | placements placement_id=T1 employer_uscc=U2 => figure=没有到岗
-- + claims claim_id=C1 scheme=用工服务奖补 uscc=U1 placement_ids=T1 | placements placement_id=T1 employer_uscc=U2 started_on=2026-01-05 ended_on=2026-04-04 => figure=留任不足
-- + claims claim_id=C1 scheme=用工服务奖补 uscc=U1 placement_ids=T1 | claims claim_id=C2 scheme=用工服务奖补 uscc=U3 placement_ids=T1 | placements placement_id=T1 employer_uscc=U2 started_on=2026-01-05 => figure=两家申领
-- + claims claim_id=C1 scheme=用工服务奖补 uscc=U1 placement_ids=T1 | placements placement_id=T1 person=7 employer_uscc=U2 started_on=2026-01-05 | placements placement_id=T0 person=7 employer_uscc=U2 started_on=2025-01-05 => figure=同一单位再次录用
-- - claims claim_id=C1 scheme=用工服务奖补 uscc=U1 placement_ids=T1 | placements placement_id=T1 employer_uscc=U2 started_on=2026-01-05 ended_on=2026-04-05
-- - claims claim_id=C1 scheme=用工服务奖补 uscc=U1 placement_ids=T1 | placements placement_id=T1 person=7 employer_uscc=U2 started_on=2026-01-05 | placements placement_id=T0 person=7 employer_uscc=U2 started_on=2025-01-04
-- - claims claim_id=C1 scheme=用工服务奖补 uscc=U1 placement_ids=T1 decision=不通过
-- - claims claim_id=C1 scheme=租房补贴 uscc=U1 placement_ids=T1
