-- id: G-12
-- zh: 岗位所载许可证号不在名册
-- level: correct
-- section: 劳动监察保障支队
-- clause: 人力资源市场暂行条例 18 42; 人社部令第50号 5
-- remedy: 核对许可证, 可能为无证经营
-- entry: postings
-- with: days=90
-- needs: agencies
SELECT p.entry, p.employer_uscc AS unit, p.region, p.posted_on AS since, p.agency_licence AS figure, p.agency_licence AS lead
FROM postings p
WHERE p.agency_licence IS NOT NULL AND p.posted_on > add_days(:data_date, -:days)
  AND p.agency_licence NOT IN (SELECT paper_no FROM agencies)
-- day: 2026-09-30
-- + agencies paper_no=P1 | postings posting_id=J1 agency_licence=P9 posted_on=2026-09-02 => figure=P9
-- - agencies paper_no=P1 | postings posting_id=J1 agency_licence=P1 posted_on=2026-09-02
-- - agencies paper_no=P1 | postings posting_id=J1 posted_on=2026-09-02
-- + postings posting_id=J1 agency_licence=P9 posted_on=2026-09-02 | postings posting_id=J2 agency_licence=P9 posted_on=2026-09-03 => leads=1
