-- 公开的许可备案名单: 每个期末有效的证照一行。列名就是名单的表头。没有地址、电话和人员。
-- 诚信等级: 只有本局在 rules/lists/publish-grades.yaml 写明依据的文件, 才公布; 随附时没有写。整列都空的, 名单中没有这一列。
SELECT a.registered_name AS 机构名称, a.paper_kind AS 证照类型, a.paper_no AS 证照编号, r.name AS 所在地,
  replace(replace(replace(coalesce(a.business, ''), '["', ''), '"]', ''), '","', '、') AS 业务范围,
  a.issued_on AS 发证日期, coalesce(a.valid_until, '长期') AS 有效期至, coalesce(a.status, '有效') AS 状态,
  CASE WHEN EXISTS (SELECT 1 FROM list_publish_grades) THEN coalesce(a.integrity_grade, '未评') ELSE '' END AS 诚信等级,
  coalesce((SELECT max(document) FROM list_publish_grades), '') AS 等级公布依据
FROM agencies a LEFT JOIN list_regions r ON r.code = a.region
WHERE a.issued_on <= :data_date AND coalesce(earliest(a.revoked_on, a.valid_until), '9999') >= :data_date
  AND a.paper_kind IN ('许可', '备案', '分支机构报告', '劳务派遣许可')
ORDER BY a.paper_kind, a.paper_no
