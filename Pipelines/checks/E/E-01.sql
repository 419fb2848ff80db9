-- id: E-01
-- zh: 目录中的职业没有专家
-- level: advise
-- section: 人力资源开发科
-- clause: 实施方案 17 42
-- remedy: 聘请熟悉这类职业的专家, 登记在专家库
-- entry: catalog_entries
-- needs: experts
--- 现行目录列出的职业, 没有一位有效的专家写了它、它的上级或下级。
SELECT c.entry, c.occupation AS figure FROM catalog_entries c
WHERE c.listed_on <= :data_date AND coalesce(c.listed_until, '9999') >= :data_date AND NOT EXISTS (SELECT 1 FROM experts e
  WHERE e.valid_until >= :data_date AND (below(c.occupation, e.occupation) OR below(e.occupation, c.occupation)))
-- day: 2026-09-30
-- + experts expert_id=E1 occupation=2-02 valid_until=2028-12-31 => figure=4-02-05
-- + experts expert_id=E1 occupation=4-02-05 valid_until=2026-09-29 => figure=4-02-05
-- - experts expert_id=E1 occupation=4-02 valid_until=2026-09-30
-- - experts expert_id=E1 occupation=4-02-05-01 valid_until=2028-12-31
