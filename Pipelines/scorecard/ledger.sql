-- 任务台账: 各科室填到期末为止的各季进展, 一行一项措施、一季、一个科室。列名由记分卡规定。
SELECT measure, section, period, progress, state, problem, next_step, due_on, target, target_unit
FROM measures WHERE period_end <= :data_date
ORDER BY measure, period, section
