-- id: B-10
-- zh: 应退款90日未退
-- level: due
-- section: 人力资源开发科
-- clause: 实施方案 44
-- remedy: 催缴
-- entry: claims
-- with: days=90
SELECT entry, region, refund_due AS due, amount_paid - coalesce(refunded, 0) AS amount FROM claims
WHERE refunded_on IS NULL AND days(refund_due, :data_date) > :days
-- day: 2026-09-30
-- + claims claim_id=C1 refund_due=2026-07-01 amount_paid=900 => amount=900
-- - claims claim_id=C1 refund_due=2026-07-02 amount_paid=900
-- - claims claim_id=C1 refund_due=2026-05-01 refunded_on=2026-08-01
-- + claims claim_id=C1 refund_due=2026-05-01 amount_paid=900 refunded=300 => amount=600
