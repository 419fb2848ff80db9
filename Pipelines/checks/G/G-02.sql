-- id: G-02
-- zh: 许可证过期或被吊销后仍在发布岗位
-- level: violation correct
-- section: 劳动监察保障支队
-- clause: 人力资源市场暂行条例 18 42
-- remedy: 核对证照, 责令停止并依法处理
-- entry: agencies
-- other: postings
-- with: days=30
SELECT a.entry, p.entry AS other, a.uscc AS unit, a.uscc AS lead, a.region, p.posted_on AS since,
  CASE WHEN a.revoked_on < p.posted_on THEN 'violation' ELSE 'correct' END AS level
FROM agencies a JOIN (SELECT DISTINCT entry, agency_licence, posted_on FROM postings
    WHERE agency_licence IS NOT NULL AND posted_on > add_days(:data_date, -:days)) p ON p.agency_licence = a.paper_no
WHERE earliest(a.revoked_on, a.valid_until) < p.posted_on AND p.posted_on > add_days(:data_date, -:days)
-- day: 2026-09-30
-- + agencies paper_no=P1 valid_until=2026-09-01 | postings posting_id=J1 agency_licence=P1 posted_on=2026-09-02 => level=correct other=J1
-- + agencies paper_no=P1 valid_until=2028-01-01 revoked_on=2026-08-01 | postings posting_id=J1 agency_licence=P1 posted_on=2026-09-20 => level=violation
-- - agencies paper_no=P1 valid_until=2026-09-02 | postings posting_id=J1 agency_licence=P1 posted_on=2026-09-02
-- - agencies paper_no=P1 valid_until=2026-07-01 | postings posting_id=J1 agency_licence=P1 posted_on=2026-08-31
