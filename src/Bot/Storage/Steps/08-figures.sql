-- In which conversations somebody spoke on a day: how often the citizen did, and how often a person of the department. Days are Vietnam's,
-- numbered from 0001-01-01. Kept until the day is counted for good.
CREATE TABLE talks (
    day INTEGER NOT NULL,
    conversation TEXT NOT NULL,
    channel TEXT NOT NULL,
    messages INTEGER NOT NULL,
    by_staff INTEGER NOT NULL,
    PRIMARY KEY (day, conversation)
) WITHOUT ROWID;

-- What was counted of a day: of which kind, by which name, how often. Nobody's data: it stays when what was counted is deleted.
CREATE TABLE daily_figures (
    day INTEGER NOT NULL,
    what TEXT NOT NULL,
    name TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (day, what, name)
) WITHOUT ROWID;
