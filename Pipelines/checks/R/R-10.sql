-- id: R-10
-- zh: 竞业限制违约金过高
-- level: advise
-- section: 事业单位科
-- clause: 竞业限制合规指引 2025-09
-- remedy: 提示单位
-- entry: register
-- needs: register.kind=竞业限制
-- with: times=5
SELECT entry, unit_uscc AS unit, region, penalty AS amount FROM register
WHERE kind = '竞业限制' AND penalty > :times * pay_month * months(starts_on, until_on)
-- day: 2026-09-30
-- + register entry_id=E1 kind=竞业限制 starts_on=2025-01-01 until_on=2026-01-01 pay_month=1000 penalty=60001 => amount=60001
-- - register entry_id=E1 kind=竞业限制 starts_on=2025-01-01 until_on=2026-01-01 pay_month=1000 penalty=60000
-- - register entry_id=E1 kind=竞业限制 starts_on=2025-01-01 until_on=2026-01-01 penalty=60001
-- - register entry_id=E1 kind=服务期 starts_on=2025-01-01 until_on=2026-01-01 pay_month=1000 penalty=60001
