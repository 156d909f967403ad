-- Notices as they are being written; base: the mark of the published text that each began with. version: for compare-and-set.
-- remarks: what of a Word file is not in it, a line each, until somebody has seen to that.
CREATE TABLE notice_drafts (
    file TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    base TEXT,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    remarks TEXT
) WITHOUT ROWID;
