-- id: C-16
-- zh: 疑似虚假、僵尸岗位
-- level: correct
-- section: 就业服务中心
-- clause: 人力资源市场暂行条例 24 29 43; 就业促进法 41(一) 65
-- remedy: 核对岗位是否真实、是否还招, 不实的撤下
-- entry: postings
-- with: days=183 a=薪酬高于同职业九成岗位的3倍 b=薪酬上限是下限的3倍以上 c=一年内重发6次以上而无人录用 d=应聘50人以上无一合适而长期不关 e=过期30天仍未关闭 f=单位已注销或吊销 h=新出现的单位一次招50人以上 gone=注销 revoked=吊销
--- 每一项都可能有原因 (季节用工、连锁店), 有两项以上的才列。次数按单位和职业 (细类) 算, 转载的不算。
SELECT entry, employer_name AS unit, region, posted_on AS since, trim(signs, '、') AS figure,
  coalesce(employer_uscc, employer_name, entry) || '/' || quarter(posted_on) AS lead
FROM (
  SELECT *, is_a + is_b + is_c + is_d + is_e + is_f + is_h AS many,
    CASE WHEN is_a THEN :a || '、' ELSE '' END || CASE WHEN is_b THEN :b || '、' ELSE '' END
    || CASE WHEN is_c THEN :c || '、' ELSE '' END || CASE WHEN is_d THEN :d || '、' ELSE '' END
    || CASE WHEN is_e THEN :e || '、' ELSE '' END || CASE WHEN is_f THEN :f || '、' ELSE '' END
    || CASE WHEN is_h THEN :h || '、' ELSE '' END AS signs
  FROM (
    SELECT *,
      coalesce(open_to_all AND peers >= 20 AND pay_high > 3 * usual, 0) AS is_a,
      coalesce(pay_low > 0 AND pay_high > 3 * pay_low, 0) AS is_b,
      coalesce(occupation IS NOT NULL AND again >= 6 AND told > 0 AND hired = 0, 0) AS is_c,
      coalesce(applicants >= 50 AND suitable = 0 AND days(posted_on, coalesce(closed_on, :data_date)) > 90, 0) AS is_d,
      coalesce(closed_on IS NULL AND add_days(valid_until, 30) < :data_date, 0) AS is_e,
      coalesce(employer_uscc IN (SELECT uscc FROM agencies WHERE status IN (:gone, :revoked)), 0) AS is_f,
      coalesce(openings > 50 AND days(first_seen, posted_on) < 90 AND days(oldest, first_seen) > 90, 0) AS is_h
    FROM (
      SELECT *, max(CASE WHEN place <= 0.9 * peers THEN pay_high END) OVER (PARTITION BY occupation) AS usual
      FROM (
        SELECT *, coalesce(education, '无要求') = '无要求' AND coalesce(experience_years, 0) = 0 AS open_to_all,
          row_number() OVER (PARTITION BY occupation ORDER BY pay_high IS NULL, pay_high, entry) AS place,
          count(pay_high) OVER (PARTITION BY occupation) AS peers,
          count(*) OVER o AS again, count(filled) OVER o AS told, sum(filled) OVER o AS hired,
          min(posted_on) OVER (PARTITION BY employer) AS first_seen, min(posted_on) OVER () AS oldest
        FROM postings WHERE is_copy = 0 AND posted_on > add_months(:data_date, -12)
        WINDOW o AS (PARTITION BY employer, occupation)))))
WHERE many >= 2 AND posted_on > add_days(:data_date, -:days)
-- day: 2026-09-30
-- + postings posting_id=J1 employer_name=甲 is_copy=0 posted_on=2026-05-01 valid_until=2026-06-01 applicants=60 suitable=0 => figure=应聘50人以上无一合适而长期不关、过期30天仍未关闭
-- + postings posting_id=J1 employer_name=甲 is_copy=0 posted_on=2026-08-01 valid_until=2026-08-15 pay_low=3000 pay_high=9100 => figure=薪酬上限是下限的3倍以上、过期30天仍未关闭
-- + agencies paper_no=P1 uscc=U1 status=注销 | postings posting_id=J1 employer_name=甲 employer_uscc=U1 is_copy=0 posted_on=2026-08-01 valid_until=2026-08-15 => figure=过期30天仍未关闭、单位已注销或吊销
-- - postings posting_id=J1 employer_name=甲 is_copy=0 posted_on=2026-05-01 applicants=60 suitable=0
-- - postings posting_id=J1 employer_name=甲 is_copy=0 posted_on=2026-08-01 valid_until=2026-10-01 pay_low=3000 pay_high=9100
-- - postings posting_id=J1 employer_name=甲 is_copy=1 posted_on=2026-08-01 valid_until=2026-08-15 pay_low=3000 pay_high=9100
-- - postings posting_id=J1 employer_name=甲 is_copy=0 posted_on=2026-08-01 valid_until=2026-08-15 closed_on=2026-08-20 pay_low=3000 pay_high=9100
