-- id: G-04
-- zh: 开业15日后才备案
-- level: correct
-- section: 人力资源开发科
-- clause: 人力资源市场暂行条例 18
-- remedy: 核对开业日期
-- entry: agencies
SELECT entry, uscc AS unit, region, due('备案', opened_on) AS due, issued_on AS since
FROM agencies WHERE paper_kind = '备案' AND coalesce(applied_on, issued_on) > due('备案', opened_on)
-- day: 2026-09-30
-- + agencies paper_no=P1 paper_kind=备案 opened_on=2026-05-01 applied_on=2026-05-17 => due=2026-05-16
-- - agencies paper_no=P1 paper_kind=备案 opened_on=2026-05-01 applied_on=2026-05-16
-- - agencies paper_no=P1 paper_kind=许可 opened_on=2026-05-01 applied_on=2026-06-16
