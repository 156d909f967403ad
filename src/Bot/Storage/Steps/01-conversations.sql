CREATE TABLE conversations (
    id TEXT PRIMARY KEY,
    channel TEXT NOT NULL,
    user_id TEXT NOT NULL,
    state TEXT NOT NULL,
    created INTEGER NOT NULL,
    touched INTEGER NOT NULL,
    day INTEGER NOT NULL
) WITHOUT ROWID;
-- By the day and not the moment: so a message does not move its conversation within the index.
CREATE INDEX conversations_by_day ON conversations (day);

-- The activity log. A message of the citizen that no turn has answered yet has pending = 1;
-- a client's own id of a message makes its repetition recognisable. The sender (a keyed hash of
-- the network address, for the limits on guessing) is kept only as long as the message is pending.
-- With rowid: without it, anything over 1 KB would take a page of its own.
CREATE TABLE activities (
    conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    client_id TEXT,
    pending INTEGER NOT NULL,
    sender BLOB,
    json BLOB NOT NULL,
    PRIMARY KEY (conversation, seq)
);
CREATE UNIQUE INDEX activities_by_client_id ON activities (conversation, client_id) WHERE client_id IS NOT NULL;
CREATE INDEX activities_pending ON activities (conversation, seq) WHERE pending = 1;

CREATE TABLE keys (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;

-- The verifier is a keyed hash of the code and the phone's last four digits.
CREATE TABLE dossiers (
    code TEXT PRIMARY KEY,
    verifier BLOB NOT NULL,
    procedure TEXT NOT NULL,
    applicant TEXT NOT NULL,
    state INTEGER,
    state_label TEXT NOT NULL,
    received TEXT,
    due TEXT,
    unit TEXT,
    note TEXT,
    sample INTEGER NOT NULL
) WITHOUT ROWID;

-- Wrong guesses at dossiers; codes and addresses stand as keyed hashes, never as themselves.
CREATE TABLE guesses (
    at INTEGER NOT NULL,
    code BLOB NOT NULL,
    address BLOB NOT NULL,
    over INTEGER NOT NULL
);
CREATE INDEX guesses_by_code ON guesses (code, at);
CREATE INDEX guesses_by_address ON guesses (address, at);
