SELECT * FROM archives WHERE sent_on IS NOT NULL
