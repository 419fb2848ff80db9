-- Rows that a file brought before its content changed and that no file holds any more (see Withdrawal.swift).
ALTER TABLE file ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;
