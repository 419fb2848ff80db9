-- id: C-12
-- zh: 薪酬低于最低工资
-- level: violation correct
-- section: 劳动监察保障支队
-- clause: 劳动法 48; 劳动合同法 20 85; 最低工资规定
-- remedy: 核对薪酬和工时, 低于最低工资的改正
-- entry: postings
-- with: days=183 part=兼职 trainee=实习
--- 最低工资由本局填写: rules/lists/minimum-wage.yaml。上限也低于的为涉嫌违法, 只有下限低于的为应当改正; 实习不看。
--- 兼职与小时最低工资 (hour) 比, 薪酬折算为月的倍数是 174; 没有填写 hour 的, 兼职不看。
SELECT entry, employer_name AS unit, region, posted_on AS since, floor AS amount, pay_low || '-' || pay_high AS figure,
  CASE WHEN pay_high < floor THEN 'violation' ELSE 'correct' END AS level,
  coalesce(employer_uscc, employer_name, entry) || '/' || quarter(posted_on) AS lead
FROM (
  SELECT p.*, CASE WHEN p.employment_type = :part THEN 174 * w.hour ELSE w.month END AS floor
  FROM postings p JOIN list_minimum_wage w
    ON w.region = p.region AND w.starts <= p.posted_on AND coalesce(w.until, '9999') >= p.posted_on
  WHERE p.pay_state = '明示' AND p.posted_on > add_days(:data_date, -:days) AND coalesce(p.employment_type, '') <> :trainee)
WHERE pay_low < floor
-- day: 2026-09-30
-- + postings posting_id=J1 region=450602 pay_state=明示 pay_low=1500 pay_high=1680 posted_on=2026-08-01 => level=violation
-- + postings posting_id=J1 region=450602 pay_state=明示 pay_low=1600 pay_high=2500 posted_on=2026-08-01 => level=correct amount=1690
-- + postings posting_id=J1 region=450602 pay_state=明示 pay_low=2784 pay_high=2784 employment_type=兼职 posted_on=2026-08-01 => level=violation
-- + postings posting_id=J1 employer_name=甲 region=450602 pay_state=明示 pay_low=1500 pay_high=1680 posted_on=2026-08-01 | postings posting_id=J2 employer_name=甲 region=450602 pay_state=明示 pay_low=1500 pay_high=1680 posted_on=2026-09-01 => leads=1
-- - postings posting_id=J1 region=450602 pay_state=明示 pay_low=1690 pay_high=1690 posted_on=2026-08-01
-- - postings posting_id=J1 region=450602 pay_state=面议 posted_on=2026-08-01
-- - postings posting_id=J1 region=450602 pay_state=明示 pay_low=1000 pay_high=1200 employment_type=实习 posted_on=2026-08-01
-- - postings posting_id=J1 region=450602 pay_state=明示 pay_low=2958 pay_high=2958 employment_type=兼职 posted_on=2026-08-01
-- - postings posting_id=J1 region=450603 pay_state=明示 pay_low=1000 pay_high=1200 posted_on=2026-08-01
