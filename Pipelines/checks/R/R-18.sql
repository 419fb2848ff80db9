-- id: R-18
-- zh: 外国人工作许可将到期
-- level: due
-- section: 人才中心
-- clause: 外国人来华工作许可
-- remedy: 提醒单位办理延期
-- entry: register
-- needs: register.kind=外国人工作许可
-- with: days=30
SELECT entry, unit_uscc AS unit, region, until_on AS due FROM register
WHERE kind = '外国人工作许可' AND left_on IS NULL AND days(:data_date, until_on) BETWEEN 0 AND :days
-- day: 2026-09-30
-- + register entry_id=E1 kind=外国人工作许可 until_on=2026-10-30
-- - register entry_id=E1 kind=外国人工作许可 until_on=2026-10-31
-- - register entry_id=E1 kind=外国人工作许可 until_on=2026-10-30 left_on=2026-09-01
