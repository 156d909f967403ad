using System.Globalization;
using Bot.Conversations;
using Bot.Storage.Deliveries;
using Bot.Storage.Figures;
using Bot.Storage.Follows;
using Bot.Storage.Questions;
using Bot.Storage.Wishes;

namespace Bot.Storage.Activities;

/// <summary>The conversations and the log of their activities: the spine that turns, delivery and watermarks hang on.</summary>
public sealed class ActivityLog(Database database, TimeProvider time)
{
    /// <summary>The channel whose clients read the log themselves; to every other one replies are delivered.</summary>
    public const string ReadByClient = "directline";

    /// <summary>The id of an activity on the wire.</summary>
    public static string ActivityId(string conversation, long seq) => conversation + "|" + seq.ToString("D7", CultureInfo.InvariantCulture);

    /// <summary>The place in the log that an activity's id names.</summary>
    public static (string Conversation, long Seq) Place(string id)
    {
        var bar = id.LastIndexOf('|');
        return (id[..bar], long.Parse(id.AsSpan(bar + 1), NumberStyles.None, CultureInfo.InvariantCulture));
    }

    /// <summary>Makes a conversation exist; false when it already did.</summary>
    public Task<bool> StartAsync(string conversation, string channel, string user) => database.WriteAsync(session => Start(session, conversation, new Citizen(channel, user)));

    public StoredConversation? Find(string conversation) => database.Read(session => session.Query(
        "SELECT channel, user_id, last_seq FROM conversations WHERE id = $1",
        row => new StoredConversation(conversation, row.GetString(0), row.GetString(1), row.GetInt64(2)), conversation)).FirstOrDefault();

    /// <summary>What follows a place in the log, in order, at most so many.</summary>
    public List<LoggedActivity> After(string conversation, long seq, int most) => database.Read(session => session.Query(
        "SELECT seq, json FROM activities WHERE conversation = $1 AND seq > $2 ORDER BY seq LIMIT $3",
        row => new LoggedActivity(row.GetInt64(0), row.GetFieldValue<byte[]>(1)), conversation, seq, (long)most));

    /// <summary>Logs an activity durably. The same client id again is the same activity.</summary>
    /// <param name="citizen">Whom to begin the conversation with if it is not there; null: then the result is null and nothing is logged.</param>
    public Task<Receipt?> AppendAsync(string conversation, NewActivity activity, Citizen? citizen = null) => database.WriteAsync(session =>
    {
        var found = Locked(session, conversation);
        if (found is null)
        {
            if (citizen is null) return null;
            Start(session, conversation, citizen);
            // Another node may have been quicker.
            found = Locked(session, conversation)!;
        }
        var clientId = ActivityRows.Indexable(activity.ClientId);
        if (clientId is { } id && session.Scalar("SELECT seq FROM activities WHERE conversation = $1 AND client_id = $2", conversation, id) is long known)
            return new Receipt(ActivityId(conversation, known), Repeated: true);
        var (seq, at) = (found.Last + 1, After(found.Touched));
        var isNext = activity.IsPending && session.Scalar("SELECT seq FROM pending WHERE conversation = $1 LIMIT 1", conversation) is null;
        var json = ActivityRows.Insert(session, conversation, seq, at, clientId, activity.Body);
        if (activity.IsPending) session.Later("INSERT INTO pending (conversation, seq, since, sender) VALUES ($1, $2, $3, $4)", conversation, seq, Now(), activity.Sender);
        if (activity.Heard is { } heard) Hear(session, conversation, seq, at, heard, citizen?.Address);
        else session.Later("UPDATE conversations SET touched = $2, last_seq = $3 WHERE id = $1", conversation, at, seq);
        if (at / ActivityRows.Day != found.Touched / ActivityRows.Day) ActivityRows.MoveDay(session, conversation, at);
        var receipt = new Receipt(ActivityId(conversation, seq), Repeated: false);
        return !isNext ? receipt
            : receipt with { Next = new PendingMessage(conversation, found.Channel, found.User, seq, json, activity.Sender, found.State, citizen?.Address ?? found.Address, activity.ClientId) };
    });

    /// <summary>The oldest message of a conversation that waits for its turn.</summary>
    public PendingMessage? Next(string conversation) => database.Read(session => session.Query(
        """
        SELECT c.channel, c.user_id, a.seq, a.json, p.sender, c.state, c.address, a.client_id
        FROM pending p JOIN activities a ON a.conversation = p.conversation AND a.seq = p.seq JOIN conversations c ON c.id = p.conversation
        WHERE p.conversation = $1 ORDER BY p.seq LIMIT 1
        """,
        row => new PendingMessage(
            conversation, row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetFieldValue<byte[]>(3),
            row.IsDBNull(4) ? null : row.GetFieldValue<byte[]>(4), row.GetString(5), row.IsDBNull(6) ? null : row.GetString(6), row.IsDBNull(7) ? null : row.GetString(7)),
        conversation)).FirstOrDefault();

    /// <summary>
    /// Ends the turn of a message in one transaction: the new state, the replies, what of them is to be delivered, and that the message no longer
    /// waits. Null, and nothing is changed, when another process has ended it meanwhile or has moved the conversation on.
    /// </summary>
    public Task<Ended?> EndAsync(PendingMessage message, TurnResult result) => database.WriteAsync(session =>
    {
        var found = session.Query(
            "SELECT touched, last_seq, heard, address FROM conversations WHERE id = $1 AND state = $2" + session.ForUpdate,
            row => (Touched: row.GetInt64(0), Last: row.GetInt64(1), Heard: row.GetInt64(2), Address: row.IsDBNull(3) ? null : row.GetString(3)), message.Conversation, message.State);
        if (found.Count == 0) return null;
        if (session.Scalar("DELETE FROM pending WHERE conversation = $1 AND seq = $2 RETURNING since", message.Conversation, message.Seq) is not long since)
            return null;
        var (touched, last, heard, address) = found[0];
        var at = After(touched);
        var end = result.Replies.Count == 0 ? touched : at + result.Replies.Count - 1;
        // The day need not follow here: the message itself has set it.
        session.Later("UPDATE conversations SET state = $2, touched = $3, last_seq = $4 WHERE id = $1", message.Conversation, result.State, end, last + result.Replies.Count);
        return Write(session, message with { Address = address }, result, since, last, at, Moment(heard));
    });

    /// <summary>A conversation in which nothing waits for its turn, for a message that is not logged yet; null where there is none, something waits, or the message is there.</summary>
    /// <param name="activity">The message.</param>
    /// <param name="address">Where replies go from now on; null for where they went.</param>
    public PendingMessage? AtRest(string conversation, NewActivity activity, string? address) => database.Read(session => session.Query(
        """
        SELECT channel, user_id, last_seq, state, address FROM conversations WHERE id = $1
            AND NOT EXISTS (SELECT 1 FROM pending WHERE conversation = $1)
            AND NOT EXISTS (SELECT 1 FROM activities WHERE conversation = $1 AND client_id = $2)
        """,
        row => new PendingMessage(
            conversation, row.GetString(0), row.GetString(1), row.GetInt64(2) + 1, activity.Body, activity.Sender, row.GetString(3),
            address ?? (row.IsDBNull(4) ? null : row.GetString(4)), activity.ClientId),
        conversation, ActivityRows.Indexable(activity.ClientId))).FirstOrDefault();

    /// <summary>
    /// Logs a message together with its answer: what <see cref="AppendAsync"/> and <see cref="EndAsync"/> do, in one transaction. Null, and nothing is
    /// changed, when the conversation has moved on since it was at rest.
    /// </summary>
    /// <param name="since">When the message came.</param>
    public Task<Ended?> AppendAnsweredAsync(PendingMessage message, NewActivity activity, DateTimeOffset since, TurnResult result) => database.WriteAsync(session =>
    {
        // Whatever is logged moves the end of the log: with the same end nothing waits, and the message is still new.
        var found = session.Query(
            "SELECT touched, heard FROM conversations WHERE id = $1 AND last_seq = $2" + session.ForUpdate,
            row => (Touched: row.GetInt64(0), Heard: row.GetInt64(1)), message.Conversation, message.Seq - 1);
        if (found.Count == 0) return null;
        var (touched, before) = found[0];
        var at = After(touched);
        var heard = Math.Max(before, activity.Heard?.ToUnixTimeMilliseconds() ?? 0);
        session.Later(
            "UPDATE conversations SET state = $2, touched = $3, last_seq = $4, heard = $5, address = $6 WHERE id = $1",
            message.Conversation, result.State, at + result.Replies.Count, message.Seq + result.Replies.Count, heard, message.Address);
        if (at / ActivityRows.Day != touched / ActivityRows.Day) ActivityRows.MoveDay(session, message.Conversation, at);
        ActivityRows.Insert(session, message.Conversation, message.Seq, at, ActivityRows.Indexable(activity.ClientId), activity.Body);
        if (activity.Heard is not null) ActivityRows.Release(session, Now(), message.Conversation);
        return Write(session, message, result, since.ToUnixTimeMilliseconds(), message.Seq, at + 1, Moment(heard));
    });

    /// <summary>The conversations with a message that waits for its turn since a moment or longer, the oldest first, at most so many.</summary>
    public List<string> Waiting(DateTimeOffset since, int most) => database.Read(session => session.Query(
        "SELECT conversation, min(since) AS oldest FROM pending WHERE since <= $1 GROUP BY conversation ORDER BY oldest LIMIT $2",
        row => row.GetString(0), since.ToUnixTimeMilliseconds(), (long)most));

    /// <summary>Whether a message waits for its turn.</summary>
    public bool IsPending(string conversation, long seq) => database.Read(session => session.Scalar("SELECT seq FROM pending WHERE conversation = $1 AND seq = $2", conversation, seq)) is not null;

    /// <summary>How many messages wait for their turn.</summary>
    public long CountPending() => database.Read(session => (long)session.Scalar("SELECT count(*) FROM pending")!);

    /// <summary>Deletes conversations that nobody has touched since a moment, with all that was said in them; returns how many, at most so many.</summary>
    // Asked twice: between the choice and the deletion another node may log a word in it.
    public Task<int> DeleteUntouchedAsync(DateTimeOffset since, int most) => database.WriteAsync(session => session.Execute(
        "DELETE FROM conversations WHERE touched < $2 AND id IN (SELECT id FROM conversations WHERE day <= $1 AND touched < $2 LIMIT $3)",
        since.ToUnixTimeMilliseconds() / ActivityRows.Day, since.ToUnixTimeMilliseconds(), (long)most));

    private bool Start(Session session, string conversation, Citizen citizen)
    {
        var now = Now();
        return session.Execute(
            "INSERT INTO conversations (id, channel, user_id, state, created, touched, day, address) VALUES ($1, $2, $3, '{}', $4, $4, $5, $6) ON CONFLICT DO NOTHING",
            conversation, citizen.Channel, citizen.User, now, now / ActivityRows.Day, citizen.Address) == 1;
    }

    private static Row? Locked(Session session, string conversation) => session.Query(
        "SELECT touched, last_seq, channel, user_id, state, address FROM conversations WHERE id = $1" + session.ForUpdate,
        row => new Row(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4), row.IsDBNull(5) ? null : row.GetString(5)), conversation).FirstOrDefault();

    // The channel lets us write again: what waited for that is due.
    private void Hear(Session session, string conversation, long seq, long at, DateTimeOffset heard, string? address)
    {
        session.Later(
            "UPDATE conversations SET touched = $2, last_seq = $3, heard = CASE WHEN heard > $4 THEN heard ELSE $4 END, address = coalesce($5, address) WHERE id = $1",
            conversation, at, seq, heard.ToUnixTimeMilliseconds(), address);
        ActivityRows.Release(session, Now(), conversation);
    }

    /// <summary>Writes down what a turn comes to, all but the conversation's own row.</summary>
    /// <param name="since">When the message came; 0 where that was not noted.</param>
    /// <param name="last">The end of the log that the replies are put to.</param>
    /// <param name="at">When the first of them is said; each further one a millisecond later.</param>
    private Ended Write(Session session, PendingMessage message, TurnResult result, long since, long last, long at, DateTimeOffset heard)
    {
        var conversation = message.Conversation;
        if (result.Follows is { } follows) FollowLog.Write(session, conversation, follows, Now());
        if (result.Wishes is { } wishes) WishLog.Write(session, conversation, wishes);
        if (result.Erases) ActivityRows.Erase(session, message);
        if (result.Remark is { } remark) QuestionLog.Note(session, conversation, remark);
        if (result.Question is { } question) QuestionLog.Write(session, message, question, since, Now());
        if (result.Speaker is { } speaker) TalkLog.Write(session, message, speaker, time.GetUtcNow());
        var isNext = result.Deliver && session.Scalar("SELECT seq FROM deliveries WHERE conversation = $1 LIMIT 1", conversation) is null;
        var citizen = new Citizen(message.Channel, message.User, message.Address);
        var next = new List<QueuedDelivery>(isNext ? result.Replies.Count : 0);
        foreach (var reply in result.Replies)
        {
            var json = ActivityRows.Insert(session, conversation, ++last, at++, null, reply);
            if (!result.Deliver) continue;
            // As begun by us: it is handed over as soon as this is committed.
            var due = Now();
            session.Later(
                "INSERT INTO deliveries (conversation, seq, status, parts, tries, due, run, created) VALUES ($1, $2, 0, 0, 0, $3, $4, $3)",
                conversation, last, due, database.Run);
            if (isNext) next.Add(new QueuedDelivery(conversation, last, json, 0, 0, Moment(due), database.Run, Moment(due), citizen, heard));
        }
        return new Ended(next);
    }

    // Clients order by timestamp: within a conversation it only grows, whatever the clock does. When something is due goes by the clock itself.
    private long After(long last) => Math.Max(Now(), last + 1);

    private static DateTimeOffset Moment(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>What of a conversation's row an append needs.</summary>
    private sealed record Row(long Touched, long Last, string Channel, string User, string State, string? Address);
}
