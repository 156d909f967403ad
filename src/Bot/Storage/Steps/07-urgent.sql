-- What is told everybody for a time; of those that hold the one with the greatest id counts. One that was ended has the moment of that as its end.
CREATE TABLE banners (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL
);

-- The channels on which the assistant is switched off. sentence: what is said there instead, null for the usual one.
CREATE TABLE switched_off (
    channel TEXT PRIMARY KEY,
    sentence TEXT,
    since INTEGER NOT NULL
) WITHOUT ROWID;
