-- id: B-05
-- zh: 离开后仍发放
-- level: correct
-- section: 人力资源开发科
-- clause: 实施方案 44
-- remedy: 追回离开以后的月份
-- entry: claims
-- other: register
-- needs: register
SELECT c.entry, g.source AS other, c.region, g.gone AS since,
  c.amount_paid * min(1 + months(c.months_from, c.months_to), months(substr(g.gone, 1, 7), c.months_to)) / (1 + months(c.months_from, c.months_to)) AS amount
FROM claims c JOIN (
  SELECT person, max(earliest(left_on, until_on)) AS gone, max(entry) AS source FROM register
  WHERE kind IN ('绿色通道', '柔性引进') AND person IS NOT NULL GROUP BY person HAVING sum(earliest(left_on, until_on) IS NULL) = 0) g ON g.person = c.person
WHERE c.months_to > substr(g.gone, 1, 7) AND c.amount_paid > 0
-- day: 2026-09-30
-- + claims claim_id=C1 person=7 months_from=2026-01 months_to=2026-06 amount_paid=6000 | register entry_id=E1 kind=绿色通道 person=7 left_on=2026-04-10 => amount=2000 since=2026-04-10
-- - claims claim_id=C1 person=7 months_from=2026-01 months_to=2026-06 amount_paid=6000 | register entry_id=E1 kind=绿色通道 person=7 left_on=2026-06-01
-- - claims claim_id=C1 person=7 months_from=2026-01 months_to=2026-06 amount_paid=6000 | register entry_id=E1 kind=绿色通道 person=7 left_on=2026-04-10 | register entry_id=E2 kind=绿色通道 person=7
-- - claims claim_id=C1 person=7 months_from=2026-01 months_to=2026-06 amount_paid=6000 | register entry_id=E1 kind=柔性引进 person=7 until_on=2026-02-28 | register entry_id=E2 kind=绿色通道 person=7 until_on=2026-12-31
-- - claims claim_id=C1 months_from=2026-01 months_to=2026-06 amount_paid=6000 | register entry_id=E1 kind=绿色通道 left_on=2026-04-10
