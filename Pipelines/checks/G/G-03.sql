-- id: G-03
-- zh: 许可逾期办理
-- level: correct due
-- section: 人力资源开发科
-- clause: 人力资源市场暂行条例 19; 行政许可法 42 44
-- remedy: 查明原因; 尚未决定的立即办理
-- entry: agencies
-- without: list_notice_permits
--- 告知承诺的当日 (或本局填写的天数内) 决定, 见 rules/lists/notice-permits.yaml。
SELECT entry, uscc AS unit, region, due, '决定' AS figure, CASE WHEN decided_on IS NULL THEN 'due' ELSE 'correct' END AS level
FROM (
  SELECT *, CASE WHEN mode = '告知承诺' THEN coalesce(add_workdays(accepted_on, (SELECT days FROM list_notice_permits)),
      due('许可决定', accepted_on, extended_on)) ELSE due('许可决定', accepted_on, extended_on) END AS due
  FROM agencies WHERE paper_kind = '许可' AND coalesce(outcome, '') <> '撤回')
WHERE coalesce(decided_on, :data_date) > due
UNION ALL
SELECT entry, uscc, region, due('颁证', decided_on), '颁证', CASE WHEN delivered_on IS NULL THEN 'due' ELSE 'correct' END
FROM agencies WHERE paper_kind = '许可' AND outcome = '准予' AND coalesce(delivered_on, :data_date) > due('颁证', decided_on)
-- day: 2026-09-30
-- + agencies paper_no=P1 paper_kind=许可 accepted_on=2026-07-01 decided_on=2026-07-30 outcome=不予 => due=2026-07-29 level=correct
-- + agencies paper_no=P1 paper_kind=许可 accepted_on=2026-07-01 => level=due
-- + agencies paper_no=P1 paper_kind=许可 accepted_on=2026-07-01 decided_on=2026-07-10 outcome=准予 delivered_on=2026-07-27 => figure=颁证 due=2026-07-24
-- + agencies paper_no=P1 paper_kind=许可 mode=告知承诺 accepted_on=2026-07-01 decided_on=2026-07-02 outcome=准予 delivered_on=2026-07-02 => due=2026-07-01
-- - agencies paper_no=P1 paper_kind=许可 accepted_on=2026-07-01 decided_on=2026-07-29 outcome=准予 delivered_on=2026-08-12
-- - agencies paper_no=P1 paper_kind=许可 accepted_on=2026-07-01 extended_on=2026-07-20 decided_on=2026-08-12 outcome=不予
-- - agencies paper_no=P1 paper_kind=许可 mode=告知承诺 accepted_on=2026-07-01 decided_on=2026-07-01 outcome=准予 delivered_on=2026-07-01
-- - agencies paper_no=P1 paper_kind=许可 accepted_on=2026-07-01 outcome=撤回
-- - agencies paper_no=P1 paper_kind=备案 accepted_on=2026-07-01
