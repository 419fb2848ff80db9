-- id: B-01
-- zh: 同一人同一项目补贴月份重叠
-- level: correct
-- section: 人力资源开发科
-- clause: 实施方案 44
-- remedy: 核对两笔申领, 重复的退回
-- entry: claims
-- other: claims
SELECT a.entry, b.entry AS other, a.region, earliest(a.applied_on, b.applied_on) AS since,
  a.amount_paid * (1 + months(max(a.months_from, b.months_from), min(a.months_to, b.months_to)))
    / (1 + months(a.months_from, a.months_to)) AS amount
FROM claims a JOIN (SELECT DISTINCT entry, claim_id, person, scheme, months_from, months_to, decision, applied_on FROM claims WHERE person IS NOT NULL) b ON a.person = b.person AND a.scheme = b.scheme AND a.claim_id < b.claim_id
WHERE a.months_from <= b.months_to AND b.months_from <= a.months_to
  AND coalesce(a.decision, '通过') = '通过' AND coalesce(b.decision, '通过') = '通过'
-- day: 2026-09-30
-- + claims claim_id=C1 person=7 scheme=租房补贴 months_from=2026-01 months_to=2026-06 amount_paid=6000 | claims claim_id=C2 person=7 scheme=租房补贴 months_from=2026-06 months_to=2026-08 amount_paid=3000 => entry=C1 other=C2 amount=1000
-- - claims claim_id=C1 person=7 scheme=租房补贴 months_from=2026-01 months_to=2026-06 | claims claim_id=C2 person=7 scheme=租房补贴 months_from=2026-07 months_to=2026-08
-- - claims claim_id=C1 person=7 scheme=租房补贴 months_from=2026-01 months_to=2026-06 decision=撤回 | claims claim_id=C2 person=7 scheme=租房补贴 months_from=2026-06 months_to=2026-08
-- - claims claim_id=C1 scheme=租房补贴 months_from=2026-01 months_to=2026-06 | claims claim_id=C2 scheme=租房补贴 months_from=2026-06 months_to=2026-08
-- - claims claim_id=C1 person=7 scheme=租房补贴 months_from=2026-01 months_to=2026-06 | claims claim_id=C2 person=7 scheme=安家费 months_from=2026-06 months_to=2026-08
-- + claims claim_id=C1 person=7 scheme=租房补贴 months_from=2024-02 months_to=2024-02 amount_paid=900 | claims claim_id=C2 person=7 scheme=租房补贴 months_from=2024-02 months_to=2024-03 amount_paid=1800 => amount=900
