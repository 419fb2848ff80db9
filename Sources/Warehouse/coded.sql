-- What the occupations of a file's accepted rows rest on (TitleBasis), field by field. basis -1: neither a code nor a text
-- to code. Over a file and a field they add up to the accepted rows.
CREATE TABLE file_coded (
  file INTEGER NOT NULL,
  field TEXT NOT NULL,
  basis INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  PRIMARY KEY (file, field, basis)
) WITHOUT ROWID;
