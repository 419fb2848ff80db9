-- id: R-06
-- zh: 竞业限制超过24个月
-- level: correct
-- section: 事业单位科
-- clause: 劳动合同法 24
-- remedy: 超过部分无效, 告知单位
-- entry: register
-- needs: register.kind=竞业限制
SELECT entry, unit_uscc AS unit, region, until_on AS since FROM register
WHERE kind = '竞业限制' AND until_on > add_months(starts_on, 24)
-- day: 2026-09-30
-- + register entry_id=E1 kind=竞业限制 starts_on=2025-01-01 until_on=2027-01-02
-- - register entry_id=E1 kind=竞业限制 starts_on=2025-01-01 until_on=2027-01-01
-- - register entry_id=E1 kind=服务期 starts_on=2025-01-01 until_on=2030-01-01
-- - register entry_id=E1 kind=竞业限制 starts_on=2024-02-29 until_on=2026-02-28
-- + register entry_id=E1 kind=竞业限制 starts_on=2024-02-29 until_on=2026-03-01
