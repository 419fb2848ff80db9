-- The files whose postings were screened, and digest of the rules by which they were.
CREATE TABLE screened (
  file INTEGER PRIMARY KEY,
  rules TEXT NOT NULL
);

-- What a rule for postings found in a version of a posting: a lead, no verdict. found_file tells a version from a later one
-- of the same number, where a source was erased and taken again. found_in: the text of the words; - where a field says it
-- by itself. found_words: at most 40 characters, numbers of persons masked.
CREATE TABLE screen_finding (
  found_posting INTEGER NOT NULL,
  found_rule TEXT NOT NULL,
  found_file INTEGER NOT NULL,
  found_version INTEGER NOT NULL,
  found_group TEXT NOT NULL,
  found_level TEXT NOT NULL,
  found_in TEXT NOT NULL,
  found_words TEXT NOT NULL,
  PRIMARY KEY (found_posting, found_rule)
) WITHOUT ROWID;
