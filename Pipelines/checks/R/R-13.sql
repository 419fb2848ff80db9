-- id: R-13
-- zh: 引进已结束仍有申领
-- level: correct
-- section: 专业技术科
-- clause: 实施方案 17
-- remedy: 停发并核对
-- entry: register
-- other: claims
-- needs: register.kind=柔性引进 claims
SELECT r.entry, c.entry AS other, r.region, c.amount_paid AS amount, earliest(r.left_on, r.until_on) AS since
FROM register r JOIN (SELECT DISTINCT entry, person, months_to, amount_paid, decision FROM claims WHERE person IS NOT NULL) c ON c.person = r.person
WHERE r.kind = '柔性引进' AND c.months_to > substr(earliest(r.left_on, r.until_on), 1, 7) AND coalesce(c.decision, '通过') = '通过'
-- day: 2026-09-30
-- + register entry_id=E1 kind=柔性引进 person=7 until_on=2026-05-31 | claims claim_id=C1 person=7 months_from=2026-04 months_to=2026-06 amount_paid=900 => amount=900
-- - register entry_id=E1 kind=柔性引进 person=7 until_on=2026-06-01 | claims claim_id=C1 person=7 months_from=2026-04 months_to=2026-06
-- - register entry_id=E1 kind=柔性引进 person=7 until_on=2026-05-31 | claims claim_id=C1 person=7 months_from=2026-04 months_to=2026-06 decision=不通过
