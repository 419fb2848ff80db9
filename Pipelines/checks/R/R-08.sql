-- id: R-08
-- zh: 一年以上的竞业限制补偿不足五成
-- level: advise
-- section: 事业单位科
-- clause: 合规指引 2025-09
-- remedy: 提示单位
-- entry: register
-- needs: register.kind=竞业限制
SELECT entry, unit_uscc AS unit, region, pay_month AS amount FROM register
WHERE kind = '竞业限制' AND until_on > add_months(starts_on, 12) AND 2 * pay_month < base_month
-- day: 2026-09-30
-- + register entry_id=E1 kind=竞业限制 starts_on=2025-01-01 until_on=2026-01-02 pay_month=4999 base_month=10000
-- - register entry_id=E1 kind=竞业限制 starts_on=2025-01-01 until_on=2026-01-01 pay_month=4999 base_month=10000
-- - register entry_id=E1 kind=竞业限制 starts_on=2025-01-01 until_on=2026-12-01 pay_month=5000 base_month=10000
