-- id: B-11
-- zh: 录用时机构没有有效证照
-- level: correct
-- section: 就业服务中心
-- clause: 人力资源市场暂行条例 18; 实施方案 41
-- remedy: 不予奖补
-- entry: claims
-- other: placements
-- needs: agencies placements
SELECT c.entry, p.entry AS other, c.uscc AS unit, c.region, p.started_on AS since
FROM claims c JOIN json_each(c.placement_ids) j JOIN (SELECT DISTINCT entry, placement_id, started_on FROM placements
  WHERE placement_id IN (SELECT k.value FROM claims d JOIN json_each(d.placement_ids) k)) p ON p.placement_id = j.value
WHERE c.scheme = '用工服务奖补' AND NOT EXISTS (SELECT 1 FROM agencies a WHERE a.uscc = c.uscc AND a.issued_on <= p.started_on
  AND coalesce(earliest(a.revoked_on, a.valid_until), '9999') >= p.started_on)
-- day: 2026-09-30
-- + claims claim_id=C1 scheme=用工服务奖补 uscc=U1 placement_ids=T1 | placements placement_id=T1 started_on=2026-01-05 | agencies paper_no=P1 uscc=U1 issued_on=2026-01-06
-- - claims claim_id=C1 scheme=用工服务奖补 uscc=U1 placement_ids=T1 | placements placement_id=T1 started_on=2026-01-05 | agencies paper_no=P1 uscc=U1 issued_on=2026-01-05
-- - claims claim_id=C1 scheme=用工服务奖补 uscc=U1 | placements placement_id=T1 started_on=2026-01-05
-- + claims claim_id=C1 scheme=用工服务奖补 uscc=U1 placement_ids=T1 | placements placement_id=T1 started_on=2026-01-05 | agencies paper_no=P1 uscc=U1 issued_on=2021-01-05 valid_until=2026-01-04
-- - claims claim_id=C1 scheme=用工服务奖补 uscc=U1 placement_ids=T1 | placements placement_id=T1 started_on=2026-01-05 | agencies paper_no=P1 uscc=U1 issued_on=2021-01-05 valid_until=2026-01-05
