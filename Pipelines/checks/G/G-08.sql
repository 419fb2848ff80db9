-- id: G-08
-- zh: 从事网络招聘而无电信业务许可
-- level: correct
-- section: 人力资源开发科
-- clause: 人社部令第50号 5
-- remedy: 核对电信业务经营许可, 通报网信部门
-- entry: agencies
SELECT entry, uscc AS unit, region
FROM agencies WHERE online AND coalesce(telecom_paper, '') = '' AND coalesce(earliest(revoked_on, valid_until), '9999') >= :data_date
-- day: 2026-09-30
-- + agencies paper_no=P1 online=1
-- - agencies paper_no=P1 online=1 telecom_paper=桂B2-20260001
-- - agencies paper_no=P1 online=0
