-- What waits for its turn has a row of its own: an update of the activity would write its JSON anew.
-- The sender is a keyed hash of who sent it, for the limits on guessing.
CREATE TABLE pending (
    conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    since INTEGER NOT NULL,
    sender BLOB,
    PRIMARY KEY (conversation, seq)
) WITHOUT ROWID;
INSERT INTO pending (conversation, seq, since, sender) SELECT conversation, seq, 0, sender FROM activities WHERE pending = 1;
DROP INDEX activities_pending;
ALTER TABLE activities DROP COLUMN pending;
ALTER TABLE activities DROP COLUMN sender;

-- The end of its log. When the citizen was last heard, for the windows in which a channel lets us write. Where replies go, as the channel notes it.
ALTER TABLE conversations ADD COLUMN last_seq INTEGER NOT NULL DEFAULT 0;
UPDATE conversations SET last_seq = coalesce((SELECT max(seq) FROM activities WHERE conversation = id), 0);
ALTER TABLE conversations ADD COLUMN heard INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN address TEXT;

-- Replies that a channel is to be given. status: 0 to be sent, 1 waits for the citizen's next message, 2 given up.
-- parts: of the messages that the reply becomes, how many the channel has accepted. run: who has begun to send it.
CREATE TABLE deliveries (
    conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    status INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    due INTEGER NOT NULL,
    run TEXT,
    created INTEGER NOT NULL,
    trouble TEXT,
    PRIMARY KEY (conversation, seq)
) WITHOUT ROWID;
CREATE INDEX deliveries_by_status ON deliveries (status, due);

-- Tokens that a channel gives in exchange for the last one. seed: a hash of the one that the operator gave; spending: whether the
-- refresh token was sent off and nobody knows yet what came of it.
CREATE TABLE tokens (
    channel TEXT PRIMARY KEY,
    seed BLOB NOT NULL,
    access TEXT,
    refresh TEXT NOT NULL,
    expires INTEGER NOT NULL,
    spending INTEGER NOT NULL
) WITHOUT ROWID;

-- An hour's memory only: made anew with a key that every store can give.
DROP TABLE guesses;
CREATE TABLE guesses (
    id BLOB PRIMARY KEY,
    at INTEGER NOT NULL,
    code BLOB NOT NULL,
    address BLOB NOT NULL,
    over INTEGER NOT NULL
);
CREATE INDEX guesses_by_code ON guesses (code, at);
CREATE INDEX guesses_by_address ON guesses (address, at);

-- Calls counted in windows of a minute; used where several nodes count together.
CREATE TABLE counts (
    name TEXT PRIMARY KEY,
    began INTEGER NOT NULL,
    count INTEGER NOT NULL
) WITHOUT ROWID;
