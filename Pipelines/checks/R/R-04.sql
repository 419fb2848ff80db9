-- id: R-04
-- zh: 服务期内在别处就业
-- level: correct
-- section: 事业单位科
-- clause: 劳动合同法 22
-- remedy: 与单位核实
-- entry: register
-- other: placements
-- needs: register.kind=服务期 placements
SELECT r.entry, p.entry AS other, r.unit_uscc AS unit, r.region, p.started_on AS since
FROM register r JOIN (SELECT DISTINCT entry, person, started_on, employer_uscc FROM placements
  WHERE started_on IS NOT NULL AND person IN (SELECT o.person FROM register o WHERE o.kind = '服务期' AND o.person IS NOT NULL)) p ON p.person = r.person
WHERE r.kind = '服务期' AND p.started_on > r.starts_on AND p.started_on < r.until_on AND p.employer_uscc <> r.unit_uscc
-- day: 2026-09-30
-- + register entry_id=E1 kind=服务期 person=7 unit_uscc=U1 starts_on=2025-01-01 until_on=2028-01-01 | placements placement_id=T1 person=7 employer_uscc=U2 started_on=2026-05-01 => other=T1
-- - register entry_id=E1 kind=服务期 person=7 unit_uscc=U1 starts_on=2025-01-01 until_on=2026-05-01 | placements placement_id=T1 person=7 employer_uscc=U2 started_on=2026-05-01
-- - register entry_id=E1 kind=服务期 person=7 unit_uscc=U1 starts_on=2025-01-01 until_on=2028-01-01 | placements placement_id=T1 person=8 employer_uscc=U2 started_on=2026-05-01
-- - register entry_id=E1 kind=服务期 person=7 unit_uscc=U1 starts_on=2025-01-01 until_on=2028-01-01 | placements placement_id=T1 person=7 employer_uscc=U1 started_on=2026-05-01
