SELECT * FROM cases WHERE kind IN ('调解', '仲裁')
