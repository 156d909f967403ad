-- Those who keep the content and may sign in. key: the name as it is looked up. temporary: 1 while the password is one that somebody else gave.
-- stamp: what a session is compared with. secret: what the second factor is reckoned from, enrolled once a code of it was right; step: the
-- last moment that a code was taken for. failures: wrong passwords and codes since the last sign-in. version: for compare-and-set.
CREATE TABLE staff (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    password TEXT NOT NULL,
    temporary INTEGER NOT NULL,
    stamp TEXT NOT NULL,
    secret TEXT,
    enrolled INTEGER NOT NULL,
    locked INTEGER NOT NULL,
    created INTEGER NOT NULL,
    version INTEGER NOT NULL,
    step INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    locked_until INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

-- What signs in once in place of a code, as keyed hashes.
CREATE TABLE staff_recoveries (
    staff TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    code BLOB NOT NULL,
    PRIMARY KEY (staff, code)
) WITHOUT ROWID;

-- What staff have done and what was done to their accounts; rows are only ever added. actor: who did it, null for nobody who is known;
-- subject: whose account or what it was about.
CREATE TABLE staff_audit (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    event TEXT NOT NULL,
    actor TEXT,
    subject TEXT,
    detail TEXT
);
