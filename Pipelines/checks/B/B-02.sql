-- id: B-02
-- zh: 夫妻双方重复领取按户项目, 或同一房屋两次
-- level: correct
-- section: 人力资源开发科
-- clause: 实施方案 44
-- remedy: 按户只发一份
-- entry: claims
-- other: claims
-- with: household=户
SELECT min(a.entry, b.entry) AS entry, max(a.entry, b.entry) AS other, coalesce(a.region, b.region) AS region, min(a.amount_paid, b.amount_paid) AS amount
FROM (SELECT DISTINCT c.entry, c.person, c.spouse, c.home, c.region, c.scheme, c.amount_paid FROM claims c
    JOIN list_schemes s ON s.code = c.scheme AND s.unit = :household WHERE c.amount_paid > 0) a
  JOIN (SELECT DISTINCT c.entry, c.person, c.spouse, c.home, c.region, c.scheme, c.amount_paid FROM claims c
    JOIN list_schemes s ON s.code = c.scheme AND s.unit = :household WHERE c.amount_paid > 0) b
  ON a.spouse = b.person AND +a.scheme = b.scheme AND +a.entry <> b.entry
UNION
SELECT a.entry, b.entry, coalesce(a.region, b.region), min(a.amount_paid, b.amount_paid)
FROM (SELECT DISTINCT c.entry, c.person, c.spouse, c.home, c.region, c.scheme, c.amount_paid FROM claims c
    JOIN list_schemes s ON s.code = c.scheme AND s.unit = :household WHERE c.amount_paid > 0) a
  JOIN (SELECT DISTINCT c.entry, c.person, c.spouse, c.home, c.region, c.scheme, c.amount_paid FROM claims c
    JOIN list_schemes s ON s.code = c.scheme AND s.unit = :household WHERE c.amount_paid > 0) b
  ON a.home = b.home AND +a.scheme = b.scheme AND +a.entry < b.entry AND +a.person <> b.person
-- day: 2026-09-30
-- + claims claim_id=C1 person=7 spouse=8 scheme=购房补贴 amount_paid=50000 | claims claim_id=C2 person=8 scheme=购房补贴 amount_paid=40000 => amount=40000
-- + claims claim_id=C1 person=7 home=H1 scheme=购房补贴 amount_paid=50000 | claims claim_id=C2 person=9 home=H1 scheme=购房补贴 amount_paid=40000
-- - claims claim_id=C1 person=7 spouse=8 scheme=安家费 amount_paid=50000 | claims claim_id=C2 person=8 scheme=安家费 amount_paid=40000
-- - claims claim_id=C1 person=7 spouse=8 scheme=购房补贴 amount_paid=50000 | claims claim_id=C2 person=8 scheme=购房补贴 amount_paid=0
