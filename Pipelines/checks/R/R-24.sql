-- id: R-24
-- zh: 离岗创业超过期限
-- level: correct
-- section: 事业单位科
-- clause: 人社部规〔2017〕4号
-- remedy: 通知返岗或解除
-- entry: register
-- needs: register.kind=兼职离岗
--- 几个月由本局填写: rules/lists/leave-limits.yaml。
SELECT r.entry, r.unit_uscc AS unit, r.region, add_months(r.starts_on, l.months) AS due FROM register r JOIN list_leave_limits l
WHERE r.kind = '兼职离岗' AND r.grade = '离岗创业' AND coalesce(earliest(r.left_on, r.until_on), :data_date) > add_months(r.starts_on, l.months)
-- day: 2026-09-30
-- + register entry_id=E1 kind=兼职离岗 grade=离岗创业 starts_on=2023-09-29 => due=2026-09-29
-- - register entry_id=E1 kind=兼职离岗 grade=离岗创业 starts_on=2023-09-30
-- - register entry_id=E1 kind=兼职离岗 grade=挂职 starts_on=2020-09-30
-- - register entry_id=E1 kind=兼职离岗 grade=离岗创业 starts_on=2020-02-29 until_on=2023-02-28
