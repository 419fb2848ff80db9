-- id: R-05
-- zh: 违约金超过应分摊的培训费
-- level: correct
-- section: 事业单位科
-- clause: 劳动合同法 22
-- remedy: 按未履行部分重算
-- entry: register
-- needs: register.kind=服务期
SELECT entry, unit_uscc AS unit, region, penalty - bound AS amount FROM (
  SELECT *, CASE WHEN left_on IS NULL THEN cost ELSE cost * max(0, days(left_on, until_on)) / days(starts_on, until_on) END AS bound
  FROM register WHERE kind = '服务期' AND cost IS NOT NULL AND until_on IS NOT NULL)
WHERE penalty > bound
-- day: 2026-09-30
-- + register entry_id=E1 kind=服务期 starts_on=2024-01-01 until_on=2028-01-01 penalty=50001 cost=50000 => amount=1
-- + register entry_id=E1 kind=服务期 starts_on=2025-01-01 until_on=2027-01-01 left_on=2026-01-01 penalty=30000 cost=50000 => amount=5000
-- - register entry_id=E1 kind=服务期 starts_on=2025-01-01 until_on=2027-01-01 left_on=2026-01-01 penalty=25000 cost=50000
-- - register entry_id=E1 kind=服务期 starts_on=2024-01-01 until_on=2028-01-01 penalty=50000 cost=50000
