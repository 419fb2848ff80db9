-- 一行是一次新增、变更或取消。第一次清单没有前一次, 不算新增。
SELECT entry || ' +' AS entry, list_kind, item_id, name, list_period_end AS changed_on, CASE WHEN in_previous THEN '变更' ELSE '新增' END AS change
FROM item_lists WHERE previous_on IS NOT NULL AND (changed OR NOT in_previous)
UNION ALL
SELECT entry || ' -', list_kind, item_id, name, next_on, '取消' FROM item_lists WHERE next_on IS NOT NULL AND NOT in_next
