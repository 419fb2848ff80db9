-- 清单事项, 加上同一种清单的前一次 (previous_on) 和后一次 (next_on): next_on 为空的是现行清单。
-- changed: 前一次也有, 而名称、依据、科室、时限、收费、渠道、材料、跑动有一样不同; in_previous, in_next: 前一次、后一次有没有它; comes_back: 以后又列入。
SELECT i.*, l.previous_on, l.next_on, p.entry IS NOT NULL AS in_previous, n.entry IS NOT NULL AS in_next,
  p.entry IS NOT NULL AND NOT (i.name IS p.name AND i.basis IS p.basis AND i.section IS p.section AND i.legal_days IS p.legal_days
    AND i.promised_days IS p.promised_days AND i.fee IS p.fee AND i.channels IS p.channels AND i.material_count IS p.material_count
    AND i.visits IS p.visits) AS changed,
  EXISTS (SELECT 1 FROM items b WHERE b.list_kind = i.list_kind AND b.item_id = i.item_id AND b.list_period_end > i.list_period_end) AS comes_back
FROM items i
JOIN (SELECT list_kind, list_period_end AS on_day,
    lag(list_period_end) OVER (PARTITION BY list_kind ORDER BY list_period_end) AS previous_on,
    lead(list_period_end) OVER (PARTITION BY list_kind ORDER BY list_period_end) AS next_on
  FROM (SELECT DISTINCT list_kind, list_period_end FROM items)) l ON l.list_kind = i.list_kind AND l.on_day = i.list_period_end
LEFT JOIN items p ON p.list_kind = i.list_kind AND p.item_id = i.item_id AND p.list_period_end = l.previous_on
LEFT JOIN items n ON n.list_kind = i.list_kind AND n.item_id = i.item_id AND n.list_period_end = l.next_on
