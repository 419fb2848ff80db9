-- id: B-08
-- zh: 同人同日同额两次发放
-- level: correct
-- section: 人力资源开发科
-- clause: 实施方案 44
-- remedy: 核对付款
-- entry: claims
-- other: claims
SELECT a.entry, b.entry AS other, a.region, a.amount_paid AS amount, a.paid_on AS since
FROM claims a JOIN (SELECT DISTINCT entry, beneficiary, paid_on, amount_paid FROM claims WHERE amount_paid > 0 AND paid_on IS NOT NULL) b
  ON a.beneficiary = b.beneficiary AND +a.paid_on = b.paid_on AND +a.amount_paid = b.amount_paid AND +a.entry < b.entry
-- day: 2026-09-30
-- + claims claim_id=C1 person=7 amount_paid=900 paid_on=2026-05-01 | claims claim_id=C2 person=7 amount_paid=900 paid_on=2026-05-01 => amount=900
-- + claims claim_id=C1 uscc=U1 amount_paid=900 paid_on=2026-05-01 | claims claim_id=C2 uscc=U1 amount_paid=900 paid_on=2026-05-01
-- - claims claim_id=C1 person=7 amount_paid=900 paid_on=2026-05-01 | claims claim_id=C2 person=7 amount_paid=900 paid_on=2026-05-02
-- - claims claim_id=C1 person=7 amount_paid=900 paid_on=2026-05-01 | claims claim_id=C2 person=8 amount_paid=900 paid_on=2026-05-01
