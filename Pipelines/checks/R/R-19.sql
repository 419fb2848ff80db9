-- id: R-19
-- zh: 短期工作的外国人超过天数
-- level: correct
-- section: 人才中心
-- clause: 外国人来华工作许可
-- remedy: 核对工作期限和配额
-- entry: register
-- needs: register.kind=外国人工作许可
-- with: word=配额
SELECT entry, unit_uscc AS unit, region, until_on AS since, days(starts_on, until_on) AS days FROM register
WHERE kind = '外国人工作许可' AND grade = 'C' AND until_on > due('短期外国人', starts_on) AND instr(coalesce(basis, ''), :word) = 0
-- day: 2026-09-30
-- + register entry_id=E1 kind=外国人工作许可 grade=C starts_on=2026-01-01 until_on=2026-04-02 => days=91
-- - register entry_id=E1 kind=外国人工作许可 grade=C starts_on=2026-01-01 until_on=2026-04-01
-- - register entry_id=E1 kind=外国人工作许可 grade=B starts_on=2026-01-01 until_on=2026-12-31
-- - register entry_id=E1 kind=外国人工作许可 grade=C starts_on=2026-01-01 until_on=2026-12-31 basis=配额2026-1
-- - register entry_id=E1 kind=外国人工作许可 grade=C starts_on=2026-01-01
