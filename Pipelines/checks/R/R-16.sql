-- id: R-16
-- zh: 有原职称而没有直接确认
-- level: advise
-- section: 专业技术科
-- clause: 实施方案 43
-- remedy: 按直接确认办理
-- entry: register
-- needs: register.kind=职称
-- with: word=原职称
SELECT entry, unit_uscc AS unit, region, channel AS figure FROM register
WHERE kind = '职称' AND instr(coalesce(basis, ''), :word) > 0 AND coalesce(channel, '') <> '直接确认'
-- day: 2026-09-30
-- + register entry_id=E1 kind=职称 basis=原职称桂123 channel=常规 => figure=常规
-- + register entry_id=E1 kind=职称 basis=原职称桂123
-- - register entry_id=E1 kind=职称 basis=原职称桂123 channel=直接确认
-- - register entry_id=E1 kind=职称 basis=证字1号 channel=常规
-- - register entry_id=E1 kind=绿色通道 basis=原职称桂123
