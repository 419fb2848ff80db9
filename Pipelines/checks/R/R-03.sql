-- id: R-03
-- zh: 服务期将满
-- level: due
-- section: 事业单位科
-- clause: 劳动合同法 22
-- remedy: 提醒单位
-- entry: register
-- needs: register.kind=服务期
-- with: days=90 soon=30
SELECT entry, unit_uscc AS unit, region, until_on AS due, days(:data_date, until_on) <= :soon AS urgent FROM register
WHERE kind = '服务期' AND left_on IS NULL AND days(:data_date, until_on) BETWEEN 0 AND :days
-- day: 2026-09-30
-- + register entry_id=E1 kind=服务期 until_on=2026-12-29 => urgent=0
-- + register entry_id=E1 kind=服务期 until_on=2026-09-30 => urgent=1
-- - register entry_id=E1 kind=服务期 until_on=2026-12-30
-- - register entry_id=E1 kind=竞业限制 until_on=2026-12-29
-- - register entry_id=E1 kind=服务期 until_on=2026-09-29
-- - register entry_id=E1 kind=服务期 until_on=2026-12-01 left_on=2026-09-01
