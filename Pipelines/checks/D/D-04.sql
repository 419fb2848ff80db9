-- id: D-04
-- zh: 监察案件超过60个工作日
-- level: due
-- section: 劳动监察保障支队
-- clause: 劳动保障监察条例 17
-- remedy: 办结或批准延长
-- entry: cases
SELECT entry, respondent_uscc AS unit, region, due('监察', accepted_on, extended_on) AS due FROM cases
WHERE kind IN ('投诉', '举报', '日常检查', '专项检查', '双随机') AND closed_on IS NULL AND due('监察', accepted_on, extended_on) < :data_date
-- day: 2026-09-30
-- + cases case_id=K1 kind=投诉 accepted_on=2026-07-02 => due=2026-09-23
-- - cases case_id=K1 kind=投诉 accepted_on=2026-07-02 extended_on=2026-09-20
-- - cases case_id=K1 kind=仲裁 accepted_on=2026-07-02
-- - cases case_id=K1 kind=投诉 accepted_on=2026-07-10
