-- id: C-18
-- zh: 发布时没有有效的许可证
-- level: violation correct
-- section: 劳动监察保障支队
-- clause: 人力资源市场暂行条例 18 42; 人社部令第50号 5
-- remedy: 核对发布日的证照, 无证、被吊销的移送查处
-- entry: postings
-- other: agencies
-- with: days=183 agency=%人力资源%
--- 写了许可证号的, 看证在发布那一天有没有效 (有效期至当天有效); 号码不在名册的见 G-12。
--- 没有写号码而单位名称像人力资源机构的, 名册中也没有它的证; 单位自己招人不用证。
SELECT p.entry, a.entry AS other, p.employer_name AS unit, p.region, p.posted_on AS since,
  earliest(a.revoked_on, a.valid_until) AS due, CASE WHEN a.revoked_on < p.posted_on THEN 'violation' ELSE 'correct' END AS level,
  a.entry || '/' || quarter(p.posted_on) AS lead
FROM (SELECT * FROM postings WHERE agency_licence IS NOT NULL AND posted_on > add_days(:data_date, -:days)) p
JOIN agencies a ON a.paper_no = p.agency_licence
WHERE earliest(a.revoked_on, a.valid_until) < p.posted_on OR a.issued_on > p.posted_on
UNION ALL
SELECT p.entry, NULL, p.employer_name, p.region, p.posted_on, NULL, 'correct',
  coalesce(p.employer_uscc, p.employer_name) || '/' || quarter(p.posted_on)
FROM postings p
WHERE p.agency_licence IS NULL AND p.employer_name LIKE :agency AND p.posted_on > add_days(:data_date, -:days)
  AND p.employer_name NOT IN (SELECT agency_name FROM agencies WHERE agency_name IS NOT NULL)
  AND coalesce(p.employer_uscc, '') NOT IN (SELECT uscc FROM agencies WHERE uscc IS NOT NULL)
-- day: 2026-09-30
-- + agencies paper_no=P1 valid_until=2026-08-31 | postings posting_id=J1 agency_licence=P1 posted_on=2026-09-01 => level=correct due=2026-08-31
-- + agencies paper_no=P1 valid_until=2028-01-01 revoked_on=2026-08-01 | postings posting_id=J1 agency_licence=P1 posted_on=2026-09-01 => level=violation
-- + agencies paper_no=P1 | postings posting_id=J1 employer_name=某人力资源有限公司 posted_on=2026-09-01 => level=correct leads=1
-- + agencies paper_no=P1 issued_on=2026-09-02 valid_until=2031-09-01 | postings posting_id=J1 agency_licence=P1 posted_on=2026-09-01 => level=correct
-- - agencies paper_no=P1 valid_until=2026-09-01 | postings posting_id=J1 agency_licence=P1 posted_on=2026-09-01
-- - agencies paper_no=P1 agency_name=某人力资源有限公司 | postings posting_id=J1 employer_name=某人力资源有限公司 posted_on=2026-09-01
-- - agencies paper_no=P1 | postings posting_id=J1 employer_name=某港务公司 posted_on=2026-09-01
