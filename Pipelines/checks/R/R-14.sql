-- id: R-14
-- zh: 绿色通道、专项编制的职业不在目录
-- level: correct
-- section: 专业技术科
-- clause: 实施方案 18
-- remedy: 核对认定依据
-- entry: register
-- needs: register.kind=绿色通道
--- 定稿目录的职业由本局填写: rules/lists/catalog-occupations.yaml。
SELECT entry, unit_uscc AS unit, region, applied_on AS since, occupation AS figure FROM register r
WHERE kind IN ('绿色通道', '专项编制') AND occupation IS NOT NULL AND applied_on >= (SELECT min(starts) FROM list_catalog_occupations)
  AND NOT EXISTS (SELECT 1 FROM list_catalog_occupations c WHERE below(r.occupation, c.occupation)
    AND r.applied_on BETWEEN c.starts AND coalesce(c.until, '9999'))
-- day: 2026-09-30
-- + register entry_id=E1 kind=绿色通道 occupation=2-06-03-00 applied_on=2026-07-01
-- + register entry_id=E1 kind=专项编制 occupation=4-02-05-01 applied_on=2027-01-01
-- - register entry_id=E1 kind=绿色通道 occupation=4-02-05-01 applied_on=2026-07-01
-- - register entry_id=E1 kind=绿色通道 occupation=4-02-05-01 applied_on=2026-12-31
-- - register entry_id=E1 kind=绿色通道 occupation=2-06-03-00 applied_on=2026-06-30
-- - register entry_id=E1 kind=绿色通道 applied_on=2026-07-01
