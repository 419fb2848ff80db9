-- id: B-06
-- zh: 超过项目上限
-- level: correct
-- section: 人力资源开发科
-- clause: 实施方案 44
-- remedy: 超出部分退回
-- entry: claims
--- 各项目、级别的上限由本局填写: rules/lists/scheme-caps.yaml。month 每月, once 一次; 没有写级别的, 各级别一样。
SELECT c.entry, c.region, c.amount_paid - cap AS amount FROM (
  SELECT c.*, min(CASE WHEN s.month IS NULL THEN s.once ELSE s.month * (1 + coalesce(months(c.months_from, c.months_to), 0)) END) AS cap
  FROM claims c JOIN list_scheme_caps s ON s.scheme = c.scheme AND coalesce(s.grade, c.grade, '') = coalesce(c.grade, '')
  GROUP BY c.entry) c
WHERE c.amount_paid > cap
-- day: 2026-09-30
-- + claims claim_id=C1 scheme=租房补贴 months_from=2026-01 months_to=2026-03 amount_paid=3001 => amount=1
-- + claims claim_id=C1 scheme=安家费 grade=A amount_paid=50001 => amount=1
-- - claims claim_id=C1 scheme=租房补贴 months_from=2026-01 months_to=2026-03 amount_paid=3000
-- - claims claim_id=C1 scheme=安家费 grade=A amount_paid=50000
-- - claims claim_id=C1 scheme=安家费 grade=C amount_paid=60000
-- - claims claim_id=C1 scheme=人才公寓 months_from=2026-01 months_to=2026-03 amount_paid=3001
