-- id: R-28
-- zh: 脱密期内在别处就业
-- level: violation
-- section: 事业单位科
-- clause: 保守国家秘密法 46
-- remedy: 通知原单位的保密机构, 不写内容
-- entry: register
-- other: placements
-- needs: register.kind=重点领域人才 placements
SELECT r.entry, p.entry AS other, r.unit_uscc AS unit, r.region, p.started_on AS since, 1 AS urgent
FROM register r JOIN (SELECT DISTINCT entry, person, started_on, employer_uscc FROM placements
  WHERE started_on IS NOT NULL AND person IN (SELECT o.person FROM register o WHERE o.kind = '重点领域人才' AND o.person IS NOT NULL)) p ON p.person = r.person
WHERE r.kind = '重点领域人才' AND p.started_on > r.left_on AND p.started_on <= r.until_on
-- day: 2026-09-30
-- + register entry_id=E1 kind=重点领域人才 person=7 left_on=2026-01-01 until_on=2026-12-31 | placements placement_id=T1 person=7 started_on=2026-12-31 => urgent=1 other=T1
-- - register entry_id=E1 kind=重点领域人才 person=7 left_on=2026-01-01 until_on=2026-12-31 | placements placement_id=T1 person=7 started_on=2027-01-01
-- - register entry_id=E1 kind=重点领域人才 person=7 until_on=2026-12-31 | placements placement_id=T1 person=7 started_on=2026-05-01
-- - register entry_id=E1 kind=重点领域人才 person=7 left_on=2026-01-01 until_on=2026-12-31 | placements placement_id=T1 person=8 started_on=2026-05-01
-- - register entry_id=E1 kind=重点领域人才 person=7 left_on=2026-01-01 until_on=2026-12-31 | placements placement_id=T1 person=7
