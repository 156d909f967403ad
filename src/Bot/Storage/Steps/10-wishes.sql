-- The questions whose answers a conversation is to be told; its state holds the same. text: the question without personal data; reply: what staff
-- have written, until it is told; called: when the conversation was last sent to tell it.
CREATE TABLE question_wishes (
    conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    text TEXT NOT NULL,
    until INTEGER NOT NULL,
    reply TEXT,
    called INTEGER NOT NULL,
    PRIMARY KEY (conversation, seq)
) WITHOUT ROWID;

-- Questions that staff have found to be none of the department's, with all that are like them.
CREATE TABLE question_marks (
    id TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;
