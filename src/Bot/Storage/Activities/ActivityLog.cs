using System.Globalization;
using System.Text;

namespace Bot.Storage.Activities;

/// <summary>The conversations and the log of their activities: the spine that turns, delivery and watermarks hang on.</summary>
public sealed class ActivityLog(Database database, TimeProvider time)
{
    private const long Day = 24 * 60 * 60 * 1000;

    /// <summary>The id of an activity on the wire.</summary>
    public static string ActivityId(string conversation, long seq) => conversation + "|" + seq.ToString("D7", CultureInfo.InvariantCulture);

    /// <summary>Makes a conversation exist; false when it already did.</summary>
    public Task<bool> StartAsync(string conversation, string channel, string user) => database.WriteAsync(session =>
        session.Execute(
            "INSERT OR IGNORE INTO conversations (id, channel, user_id, state, created, touched, day) VALUES (?1, ?2, ?3, '{}', ?4, ?4, ?5)",
            conversation, channel, user, Now(), Now() / Day) == 1);

    public StoredConversation? Find(string conversation) => database.Read(session => session.Query(
        "SELECT channel, user_id, coalesce((SELECT max(seq) FROM activities WHERE conversation = ?1), 0) FROM conversations WHERE id = ?1",
        row => new StoredConversation(conversation, row.GetString(0), row.GetString(1), row.GetInt64(2)), conversation)).FirstOrDefault();

    /// <summary>What follows a place in the log, in order, at most so many.</summary>
    public List<LoggedActivity> After(string conversation, long seq, int most) => database.Read(session => session.Query(
        "SELECT seq, json FROM activities WHERE conversation = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3",
        row => new LoggedActivity(row.GetInt64(0), row.GetFieldValue<byte[]>(1)), conversation, seq, most));

    /// <summary>Logs an activity durably; null when there is no such conversation. The same client id again is the same activity.</summary>
    /// <param name="body">Its JSON, without id and timestamp: both come from its place in the log.</param>
    public Task<Receipt?> AppendAsync(string conversation, string? clientId, bool pending, byte[]? sender, byte[] body) => database.WriteAsync(session =>
    {
        if (clientId is not null && session.Scalar("SELECT seq FROM activities WHERE conversation = ?1 AND client_id = ?2", conversation, clientId) is long known)
            return new Receipt(ActivityId(conversation, known), Repeated: true);
        if (session.Scalar("SELECT touched FROM conversations WHERE id = ?1", conversation) is not long touched) return null;
        var seq = LastSeq(session, conversation) + 1;
        var at = After(touched);
        session.Execute(
            "INSERT INTO activities (conversation, seq, client_id, pending, sender, json) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            conversation, seq, clientId, pending ? 1 : 0, pending ? sender : null, Stamped(conversation, seq, at, body));
        session.Execute("UPDATE conversations SET touched = ?2 WHERE id = ?1", conversation, at);
        if (at / Day != touched / Day) session.Execute("UPDATE conversations SET day = ?2 WHERE id = ?1", conversation, at / Day);
        return new Receipt(ActivityId(conversation, seq), Repeated: false);
    });

    /// <summary>The oldest message of a conversation that waits for its turn.</summary>
    public PendingMessage? Next(string conversation) => database.Read(session => session.Query(
        // The planner would rather walk through the whole conversation in the order of its key.
        """
        SELECT c.channel, c.user_id, a.seq, a.json, a.sender, c.state
        FROM activities a INDEXED BY activities_pending JOIN conversations c ON c.id = a.conversation
        WHERE a.conversation = ?1 AND a.pending = 1 ORDER BY a.seq LIMIT 1
        """,
        row => new PendingMessage(
            conversation, row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetFieldValue<byte[]>(3),
            row.IsDBNull(4) ? null : row.GetFieldValue<byte[]>(4), row.GetString(5)),
        conversation)).FirstOrDefault();

    /// <summary>
    /// Ends the turn of a message in one transaction: the new state, the replies, and that it no longer waits.
    /// False, and nothing is changed, when another process has ended it meanwhile or has moved the conversation on.
    /// </summary>
    public Task<bool> CompleteAsync(PendingMessage message, string state, IReadOnlyList<byte[]> replies) => database.WriteAsync(session =>
    {
        // The day need not follow here: the message itself has set it.
        if (session.Scalar("SELECT touched FROM conversations WHERE id = ?1 AND state = ?2", message.Conversation, message.State) is not long at) return false;
        if (session.Execute(
            "UPDATE activities SET pending = 0, sender = NULL WHERE conversation = ?1 AND seq = ?2 AND pending = 1",
            message.Conversation, message.Seq) == 0) return false;
        var seq = LastSeq(session, message.Conversation);
        foreach (var reply in replies)
        {
            (seq, at) = (seq + 1, After(at));
            session.Execute(
                "INSERT INTO activities (conversation, seq, client_id, pending, sender, json) VALUES (?1, ?2, NULL, 0, NULL, ?3)",
                message.Conversation, seq, Stamped(message.Conversation, seq, at, reply));
        }
        session.Execute("UPDATE conversations SET state = ?2, touched = ?3 WHERE id = ?1", message.Conversation, state, at);
        return true;
    });

    /// <summary>The conversations with a message that waits for its turn.</summary>
    public List<string> Waiting() => database.Read(session => session.Query(
        "SELECT DISTINCT conversation FROM activities WHERE pending = 1", row => row.GetString(0)));

    /// <summary>How many messages wait for their turn.</summary>
    public long CountPending() => database.Read(session => (long)session.Scalar("SELECT count(*) FROM activities WHERE pending = 1")!);

    /// <summary>Deletes conversations that nobody has touched since a moment, with all that was said in them; returns how many, at most so many.</summary>
    public Task<int> DeleteUntouchedAsync(DateTimeOffset since, int most) => database.WriteAsync(session => session.Execute(
        "DELETE FROM conversations WHERE id IN (SELECT id FROM conversations WHERE day <= ?1 AND touched < ?2 LIMIT ?3)",
        since.ToUnixTimeMilliseconds() / Day, since.ToUnixTimeMilliseconds(), most));

    private static long LastSeq(SqliteSession session, string conversation) =>
        (long)session.Scalar("SELECT coalesce(max(seq), 0) FROM activities WHERE conversation = ?1", conversation)!;

    // Clients order by timestamp: within a conversation it only grows, whatever the clock does.
    private long After(long last) => Math.Max(Now(), last + 1);

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static byte[] Stamped(string conversation, long seq, long at, byte[] body)
    {
        var moment = DateTimeOffset.FromUnixTimeMilliseconds(at).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var head = Encoding.ASCII.GetBytes($"{{\"id\":\"{ActivityId(conversation, seq)}\",\"timestamp\":\"{moment}\",");
        var stamped = new byte[head.Length + body.Length - 1];
        head.CopyTo(stamped, 0);
        body.AsSpan(1).CopyTo(stamped.AsSpan(head.Length));
        return stamped;
    }
}
