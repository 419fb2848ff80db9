-- id: Z-01
-- zh: 许可申请超期未办结
-- level: due
-- section: 行政审批科
-- clause: 行政许可法 42
-- remedy: 当日办结, 或补办延期批准
-- entry: permits
-- with: limit=20
SELECT entry, uscc AS unit, region, applied_on AS since, add_workdays(applied_on, :limit) AS due,
  workdays(applied_on, :data_date) AS days
FROM permits
WHERE decided_on IS NULL AND outcome IS NULL AND add_workdays(applied_on, :limit) < :data_date
-- day: 2026-09-30
-- + permits permit_no=P1 applied_on=2026-09-01 => entry=P1 due=2026-09-29 days=21
-- - permits permit_no=P1 applied_on=2026-09-02
-- - permits permit_no=P1 applied_on=2026-09-01 decided_on=2026-09-28
-- - permits permit_no=P1 applied_on=2026-09-01 outcome=撤回
