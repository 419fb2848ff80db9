-- 外国人没有居民身份证, 名册里认不出是谁: 一份许可算一人; 有身份证号码的, 几份算一人。
SELECT kind, entry_id, coalesce(person, 'entry ' || kind || ' ' || entry_id) AS person, region, grade, outcome, starts_on,
  until_on, left_on, entry
FROM register WHERE kind IN ('外国人工作许可', '柔性引进')
