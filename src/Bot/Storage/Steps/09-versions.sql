-- What answered of each notice, from when, by whom and why; rows are only ever added. place: in the order of commits, so that nodes see what is new.
-- actor: null for what was changed on disk. origin: page, disk or back. text: null where the notice was taken away; mark: the text's.
-- written: 1 once the folder of a single node is known to hold it.
CREATE TABLE notice_versions (
    place INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT,
    origin TEXT NOT NULL,
    reason TEXT,
    text TEXT,
    mark TEXT,
    written INTEGER NOT NULL,
    UNIQUE (file, number)
);

-- Texts from nodes' folders that no version has and that were not published over the latest one. settled: 1 once staff have taken or discarded it.
CREATE TABLE notice_clashes (
    file TEXT NOT NULL,
    mark TEXT NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    settled INTEGER NOT NULL,
    PRIMARY KEY (file, mark)
);
