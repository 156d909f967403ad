-- Notices as they are being written; base: the mark of the published text that each began with. version: for compare-and-set.
CREATE TABLE notice_drafts (
    file TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    base TEXT,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    version INTEGER NOT NULL
) WITHOUT ROWID;
