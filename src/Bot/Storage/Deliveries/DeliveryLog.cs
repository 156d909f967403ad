using Bot.Storage.Activities;

namespace Bot.Storage.Deliveries;

/// <summary>The replies that channels are still to be given; what was accepted is no longer in it.</summary>
public sealed class DeliveryLog(Database database, TimeProvider time)
{
    /// <summary>Names what this run of the process has begun.</summary>
    public string Run => database.Run;

    /// <summary>The oldest reply of a conversation that is to be sent.</summary>
    public QueuedDelivery? Next(string conversation) => database.Read(session => session.Query(
        """
        SELECT d.seq, a.json, d.parts, d.tries, d.due, d.run, d.created, c.channel, c.user_id, c.address, c.heard
        FROM deliveries d JOIN activities a ON a.conversation = d.conversation AND a.seq = d.seq JOIN conversations c ON c.id = d.conversation
        WHERE d.conversation = $1 AND d.status = 0 ORDER BY d.seq LIMIT 1
        """,
        row => new QueuedDelivery(
            conversation, row.GetInt64(0), row.GetFieldValue<byte[]>(1), (int)row.GetInt64(2), (int)row.GetInt64(3), Moment(row.GetInt64(4)),
            row.IsDBNull(5) ? null : row.GetString(5), Moment(row.GetInt64(6)),
            new Citizen(row.GetString(7), row.GetString(8), row.IsDBNull(9) ? null : row.GetString(9)), Moment(row.GetInt64(10))),
        conversation)).FirstOrDefault();

    /// <summary>Whether a reply is still to be sent and nothing was tried with it.</summary>
    public bool IsQueued(QueuedDelivery delivery) => database.Read(session => session.Scalar(
        "SELECT seq FROM deliveries WHERE conversation = $1 AND seq = $2 AND status = 0 AND tries = 0", delivery.Conversation, delivery.Seq)) is not null;

    /// <summary>Conversations of a channel with a reply that is due since a moment or longer, at most so many.</summary>
    public List<string> Due(string channel, DateTimeOffset since, int most) => database.Read(session => session.Query(
        "SELECT DISTINCT d.conversation FROM deliveries d JOIN conversations c ON c.id = d.conversation WHERE d.status = 0 AND d.due <= $1 AND c.channel = $2 LIMIT $3",
        row => row.GetString(0), since.ToUnixTimeMilliseconds(), channel, (long)most));

    /// <summary>The channel has accepted the whole reply.</summary>
    public Task AcceptedAsync(QueuedDelivery delivery) => database.WriteAsync(session =>
    {
        session.Later("DELETE FROM deliveries WHERE conversation = $1 AND seq = $2", delivery.Conversation, delivery.Seq);
        return true;
    });

    /// <summary>The channel has accepted one more of its messages, and others follow.</summary>
    public Task PartAcceptedAsync(QueuedDelivery delivery) => database.WriteAsync(session =>
        session.Execute("UPDATE deliveries SET parts = $3 WHERE conversation = $1 AND seq = $2", delivery.Conversation, delivery.Seq, (long)delivery.Parts));

    /// <summary>We begin to send a reply that an attempt before did not get through.</summary>
    public Task BeginAsync(QueuedDelivery delivery) => database.WriteAsync(session =>
        session.Execute("UPDATE deliveries SET run = $3 WHERE conversation = $1 AND seq = $2", delivery.Conversation, delivery.Seq, Run));

    /// <summary>It is to be tried again.</summary>
    /// <param name="isUnknown">Whether the channel may have taken it all the same.</param>
    public Task RetryAsync(QueuedDelivery delivery, DateTimeOffset due, bool isUnknown, string trouble) => database.WriteAsync(session => session.Execute(
        "UPDATE deliveries SET tries = tries + 1, due = $3, run = $4, trouble = $5 WHERE conversation = $1 AND seq = $2",
        delivery.Conversation, delivery.Seq, due.ToUnixTimeMilliseconds(), isUnknown ? Unknown : null, trouble));

    /// <summary>What is queued in a conversation waits for the citizen's next message; unless that has come since the delivery was looked up.</summary>
    public Task WaitAsync(QueuedDelivery delivery, string trouble) => database.WriteAsync(session =>
    {
        // Never beside a message that is being logged: it could not release what waits only after its look.
        if (session.Scalar("SELECT heard FROM conversations WHERE id = $1" + session.ForUpdate, delivery.Conversation) is not long heard || heard > delivery.Heard.ToUnixTimeMilliseconds()) return 0;
        return session.Execute("UPDATE deliveries SET status = 1, run = NULL, trouble = $2 WHERE conversation = $1 AND status = 0", delivery.Conversation, trouble);
    });

    /// <summary>A reply is given up.</summary>
    public Task GiveUpAsync(QueuedDelivery delivery, string trouble) => database.WriteAsync(session =>
        session.Execute("UPDATE deliveries SET status = 2, tries = tries + 1, run = NULL, trouble = $3 WHERE conversation = $1 AND seq = $2", delivery.Conversation, delivery.Seq, trouble));

    /// <summary>All that is undelivered, the oldest first: of one status, or all.</summary>
    public List<UndeliveredReply> List(DeliveryStatus? status = null, int most = 10_000) => database.Read(session => session.Query(
        """
        SELECT d.conversation, d.seq, c.channel, d.status, d.tries, d.created, d.due, d.trouble
        FROM deliveries d JOIN conversations c ON c.id = d.conversation WHERE $1 < 0 OR d.status = $1 ORDER BY d.created, d.seq LIMIT $2
        """,
        row => new UndeliveredReply(
            row.GetString(0), row.GetInt64(1), row.GetString(2), (DeliveryStatus)row.GetInt64(3), (int)row.GetInt64(4), Moment(row.GetInt64(5)), Moment(row.GetInt64(6)),
            row.IsDBNull(7) ? null : row.GetString(7)),
        status is { } one ? (long)one : -1L, (long)most));

    /// <summary>How many replies have a status.</summary>
    public long Count(DeliveryStatus status) => database.Read(session => (long)session.Scalar("SELECT count(*) FROM deliveries WHERE status = $1", (long)status)!);

    /// <summary>Puts what was given up back into the queue, of one conversation or of all; returns how many.</summary>
    public Task<int> SendAgainAsync(string? conversation = null) => database.WriteAsync(session => session.Execute(
        "UPDATE deliveries SET status = 0, tries = 0, created = $1, due = $1, trouble = NULL WHERE status = 2 AND ($2 = '' OR conversation = $2)",
        time.GetUtcNow().ToUnixTimeMilliseconds(), conversation ?? ""));

    /// <summary>Stands as the run of a reply that the channel may or may not have.</summary>
    public const string Unknown = "?";

    private static DateTimeOffset Moment(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
