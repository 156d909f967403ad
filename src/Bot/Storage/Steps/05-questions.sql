-- What citizens asked of the notices, personal data removed. seq: the message's; section: what answered, "notice#section".
-- took: milliseconds from its arrival to its reply. verdict: what the citizen said of the answer, right, wrong or false; null for nothing.
-- again: 1 where he asked the same in other words afterwards.
CREATE TABLE questions (
    at INTEGER NOT NULL,
    conversation TEXT NOT NULL,
    seq INTEGER NOT NULL,
    channel TEXT NOT NULL,
    outcome TEXT NOT NULL,
    section TEXT,
    text TEXT NOT NULL,
    took INTEGER NOT NULL,
    verdict TEXT,
    again INTEGER NOT NULL,
    PRIMARY KEY (at, conversation, seq)
) WITHOUT ROWID;
CREATE INDEX questions_by_conversation ON questions (conversation);
