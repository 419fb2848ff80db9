-- 目录的正式版列出的职业, 和本局填在 rules/lists/catalog-occupations.yaml 的。
SELECT occupation AS entry, occupation, starts AS listed_on, until AS listed_until FROM list_catalog_occupations
