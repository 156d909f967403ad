namespace Bot.Storage;

/// <summary>The tables, as steps that are applied once each; a step that has been released is never changed, a new one is added.</summary>
internal static class Schema
{
    private static readonly string[] Steps =
    [
        """
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
        """,
        """
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
        """,
        """
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
        """,
        """
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
        """,
        """
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
        """,
        """
        -- Notices as they are being written; base: the mark of the published text that each began with. version: for compare-and-set.
        CREATE TABLE notice_drafts (
            file TEXT PRIMARY KEY,
            text TEXT NOT NULL,
            base TEXT,
            author TEXT NOT NULL,
            at INTEGER NOT NULL,
            version INTEGER NOT NULL
        ) WITHOUT ROWID;
        """,
        """
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
        """,
    ];

    /// <summary>Applies the steps that the store has not seen yet; returns the version it is at then.</summary>
    /// <param name="name">What the operator calls the store.</param>
    /// <param name="dialect">Turns a step, which is written for SQLite, into the store's own SQL.</param>
    public static int Apply(Session session, int version, string name, Func<string, string> dialect)
    {
        if (version > Steps.Length) throw new InvalidOperationException($"{name} đã ở phiên bản {version}, mới hơn chương trình này ({Steps.Length}); hãy chạy bản mới hơn.");
        for (; version < Steps.Length; version++) session.Run(dialect(Steps[version]));
        return version;
    }
}
