-- id: B-03
-- zh: 同月领取互斥项目
-- level: correct
-- section: 人力资源开发科
-- clause: 实施方案 44
-- remedy: 停发其一
-- entry: claims
-- other: claims
--- 哪些项目不能同月领取, 由本局填写: rules/lists/exclusive-schemes.yaml。
SELECT a.entry, b.entry AS other, a.region, a.amount_paid AS amount
FROM claims a JOIN list_exclusive_schemes x ON x.scheme = a.scheme
  JOIN (SELECT DISTINCT entry, person, scheme, months_from, months_to FROM claims WHERE person IS NOT NULL AND coalesce(decision, '通过') = '通过') b
  ON b.person = a.person AND +b.scheme = x.other
WHERE coalesce(a.decision, '通过') = '通过' AND a.months_from <= coalesce(b.months_to, '9999') AND b.months_from <= a.months_to
-- day: 2026-09-30
-- + claims claim_id=C1 person=7 scheme=租房补贴 months_from=2026-01 months_to=2026-06 amount_paid=6000 | claims claim_id=C2 person=7 scheme=人才公寓 months_from=2026-06 months_to=2026-08 => amount=6000
-- - claims claim_id=C1 person=7 scheme=租房补贴 months_from=2026-01 months_to=2026-05 | claims claim_id=C2 person=7 scheme=人才公寓 months_from=2026-06 months_to=2026-08
-- - claims claim_id=C1 person=7 scheme=租房补贴 months_from=2026-01 months_to=2026-06 | claims claim_id=C2 person=7 scheme=安家费 months_from=2026-06 months_to=2026-08
-- - claims claim_id=C1 person=7 scheme=租房补贴 months_from=2026-01 months_to=2026-06 | claims claim_id=C2 person=7 scheme=人才公寓 months_from=2026-06 months_to=2026-08 decision=不通过
