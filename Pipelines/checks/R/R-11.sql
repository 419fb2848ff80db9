-- id: R-11
-- zh: 竞业限制将满
-- level: due
-- section: 事业单位科
-- clause: 劳动合同法 24
-- remedy: 提醒单位
-- entry: register
-- needs: register.kind=竞业限制
-- with: days=90 soon=30
SELECT entry, unit_uscc AS unit, region, until_on AS due, days(:data_date, until_on) <= :soon AS urgent FROM register
WHERE kind = '竞业限制' AND left_on IS NULL AND days(:data_date, until_on) BETWEEN 0 AND :days
-- day: 2026-09-30
-- + register entry_id=E1 kind=竞业限制 until_on=2026-12-29 => urgent=0
-- + register entry_id=E1 kind=竞业限制 until_on=2026-10-30 => urgent=1
-- - register entry_id=E1 kind=竞业限制 until_on=2026-12-30
-- - register entry_id=E1 kind=竞业限制
-- - register entry_id=E1 kind=竞业限制 until_on=2026-09-29
