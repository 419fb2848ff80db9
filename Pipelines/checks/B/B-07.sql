-- id: B-07
-- zh: 名册中找不到所报级别
-- level: correct
-- section: 人力资源开发科
-- clause: 实施方案 44
-- remedy: 核对认定文件
-- entry: claims
-- needs: register.kind=绿色通道
SELECT c.entry, c.region, c.amount_paid AS amount, c.grade AS figure
FROM claims c LEFT JOIN (
  SELECT person, grade, min(starts_on) AS starts FROM register
  WHERE kind IN ('绿色通道', '职称') AND person IS NOT NULL AND grade IS NOT NULL GROUP BY person, grade) r ON r.person = c.person AND r.grade = c.grade
WHERE c.grade IS NOT NULL AND c.person IS NOT NULL AND coalesce(r.starts, '9999') > c.applied_on
-- day: 2026-09-30
-- + claims claim_id=C1 person=7 grade=B applied_on=2026-05-01 | register entry_id=E1 kind=绿色通道 person=7 grade=C starts_on=2026-01-01 => figure=B
-- - claims claim_id=C1 person=7 grade=B applied_on=2026-05-01 | register entry_id=E1 kind=绿色通道 person=7 grade=B starts_on=2026-05-01
-- - claims claim_id=C1 person=7 applied_on=2026-05-01
-- + claims claim_id=C1 person=7 grade=B applied_on=2026-05-01 | register entry_id=E1 kind=绿色通道 person=7 grade=B starts_on=2026-05-02
-- + claims claim_id=C1 person=7 grade=B applied_on=2026-05-01 | register entry_id=E1 kind=柔性引进 person=7 grade=B starts_on=2026-01-01
