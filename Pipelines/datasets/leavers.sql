SELECT * FROM hires WHERE from_group = '本市' AND destination <> '本县'
