-- id: R-20
-- zh: 许可单位与最近录用单位不同
-- level: correct
-- section: 人才中心
-- clause: 外国人来华工作许可
-- remedy: 核对工作单位
-- entry: register
-- other: placements
-- needs: register.kind=外国人工作许可 placements
SELECT r.entry, h.entry AS other, r.unit_uscc AS unit, r.region, h.moved_on AS since
FROM register r JOIN (
  SELECT entry, person, employer_uscc, moved_on, row_number() OVER (PARTITION BY person ORDER BY moved_on DESC, entry DESC) AS latest_first FROM (
    SELECT entry, person, employer_uscc, coalesce(started_on, hired_on) AS moved_on FROM placements
    WHERE outcome = '录用' AND person IN (SELECT o.person FROM register o WHERE o.kind = '外国人工作许可' AND o.person IS NOT NULL))
  WHERE moved_on IS NOT NULL) h
  ON h.person = r.person AND h.latest_first = 1
WHERE r.kind = '外国人工作许可' AND h.moved_on > r.starts_on AND h.employer_uscc <> r.unit_uscc AND coalesce(r.until_on, '9999') >= :data_date
-- day: 2026-09-30
-- + register entry_id=E1 kind=外国人工作许可 person=7 unit_uscc=U1 starts_on=2026-01-01 until_on=2027-01-01 | placements placement_id=T1 person=7 outcome=录用 hired_on=2026-05-01 employer_uscc=U2 => other=T1
-- - register entry_id=E1 kind=外国人工作许可 person=7 unit_uscc=U2 starts_on=2026-01-01 until_on=2027-01-01 | placements placement_id=T1 person=7 outcome=录用 hired_on=2026-02-01 employer_uscc=U1 | placements placement_id=T2 person=7 outcome=录用 hired_on=2026-05-01 employer_uscc=U2
-- - register entry_id=E1 kind=外国人工作许可 person=7 unit_uscc=U1 starts_on=2026-01-01 until_on=2027-01-01 | placements placement_id=T1 person=7 outcome=录用 hired_on=2025-05-01 employer_uscc=U2
