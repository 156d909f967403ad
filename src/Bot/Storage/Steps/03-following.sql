-- Dossiers, as imported or as last heard of from a portal. Only samples can have been in the table before, and they come back at every start.
-- phone, identity: keyed hashes of the code and the last four digits, null where the source has none. mark: changes with whatever a follower
-- is told about. body: the dossier as JSON, names already masked. as_of: when the source said so. batch: the import that last named it.
DROP TABLE dossiers;
CREATE TABLE dossiers (
    code TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    phone BLOB,
    identity BLOB,
    mark TEXT NOT NULL,
    body BLOB NOT NULL,
    as_of INTEGER NOT NULL,
    batch INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX dossiers_by_source ON dossiers (source, batch);

-- The other code of a dossier that has two.
CREATE TABLE dossier_codes (
    other TEXT PRIMARY KEY,
    code TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX dossier_codes_by_code ON dossier_codes (code);

-- Imports that have begun. whole: 1 once one that was the whole of what there is has come to its end.
CREATE TABLE imports (
    batch INTEGER PRIMARY KEY,
    as_of INTEGER NOT NULL,
    whole INTEGER NOT NULL
) WITHOUT ROWID;

-- The dossiers whose changes a conversation is to be told; its state holds the same. mark: what it knows of the dossier; called: when it was
-- last sent to look; asked: when its source was last asked about the dossier.
CREATE TABLE follows (
    conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    code TEXT NOT NULL,
    mark TEXT NOT NULL,
    until INTEGER NOT NULL,
    called INTEGER NOT NULL,
    asked INTEGER NOT NULL,
    PRIMARY KEY (conversation, code)
) WITHOUT ROWID;
CREATE INDEX follows_by_code ON follows (code);

-- In which conversation a dossier was looked up, and what came of it; the code as a keyed hash, the conversation empty once its citizen has had his
-- data deleted.
CREATE TABLE look_ups (
    id BLOB PRIMARY KEY,
    at INTEGER NOT NULL,
    code BLOB NOT NULL,
    conversation TEXT NOT NULL,
    outcome TEXT NOT NULL
);
CREATE INDEX look_ups_by_code ON look_ups (code, at);
CREATE INDEX look_ups_by_time ON look_ups (at);
CREATE INDEX look_ups_by_conversation ON look_ups (conversation);
