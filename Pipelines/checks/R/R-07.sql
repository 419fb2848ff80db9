-- id: R-07
-- zh: 竞业限制补偿过低
-- level: correct
-- section: 事业单位科
-- clause: 劳动合同法 23; 合规指引 2025-09
-- remedy: 核对补偿标准
-- entry: register
-- needs: register.kind=竞业限制
-- with: percent=30
-- without: list_minimum_wage
SELECT r.entry, r.unit_uscc AS unit, r.region, r.pay_month AS amount
FROM register r
WHERE r.kind = '竞业限制' AND (100 * r.pay_month < :percent * r.base_month OR r.pay_month < (
  SELECT max(w.month) FROM list_minimum_wage w WHERE w.region = r.region AND w.starts <= r.starts_on AND coalesce(w.until, '9999') >= r.starts_on))
-- day: 2026-09-30
-- + register entry_id=E1 kind=竞业限制 starts_on=2026-01-01 pay_month=2999 base_month=10000
-- - register entry_id=E1 kind=竞业限制 starts_on=2026-01-01 pay_month=3000 base_month=10000
-- - register entry_id=E1 kind=竞业限制 starts_on=2026-01-01 pay_month=2999
