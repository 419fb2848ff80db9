-- id: G-01
-- zh: 许可证即将到期
-- level: due
-- section: 人力资源开发科
-- clause: 人力资源市场暂行条例 18
-- remedy: 提醒机构在有效期届满前申请延续
-- entry: agencies
-- with: days=90 soon=30
SELECT entry, uscc AS unit, region, valid_until AS due, valid_until <= add_days(:data_date, :soon) AS urgent
FROM agencies
WHERE revoked_on IS NULL AND valid_until BETWEEN :data_date AND add_days(:data_date, :days)
-- day: 2026-09-30
-- + agencies paper_no=P1 valid_until=2026-12-29 => entry=P1 urgent=0
-- + agencies paper_no=P1 valid_until=2026-09-30 => urgent=1
-- + agencies paper_no=P1 valid_until=2026-10-31 => urgent=0
-- + agencies paper_no=P1 valid_until=2026-10-30 => entry=P1 urgent=1
-- - agencies paper_no=P1 valid_until=2026-12-30
-- - agencies paper_no=P1 valid_until=2026-09-29
-- - agencies paper_no=P1 valid_until=2026-10-30 revoked_on=2026-08-01
