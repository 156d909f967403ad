using Bot.Conversations;
using Bot.Storage.Questions;

namespace Bot.Storage.Wishes;

/// <summary>Which conversation is to be told the answer to which of its questions: the rows by which a reply of staff finds them.</summary>
public sealed class WishLog(Database database, TimeProvider time)
{
    /// <summary>Writes down what a conversation wishes from now on, in the transaction that ends its turn. A reply that waits for one of them stays.</summary>
    public static void Write(Session session, string conversation, IReadOnlyList<Wish> wishes)
    {
        var known = session.Query("SELECT seq FROM question_wishes WHERE conversation = $1", row => row.GetInt64(0), conversation);
        foreach (var gone in known.Except(wishes.Select(w => w.Seq)))
            session.Execute("DELETE FROM question_wishes WHERE conversation = $1 AND seq = $2", conversation, gone);
        foreach (var wish in wishes)
            session.Execute(
                "INSERT INTO question_wishes (conversation, seq, text, until, called) VALUES ($1, $2, $3, $4, 0) ON CONFLICT (conversation, seq) DO NOTHING",
                conversation, wish.Seq, wish.Text, wish.Until.ToUnixTimeMilliseconds());
    }

    /// <summary>The questions of those who still wait, each with how many do.</summary>
    public List<AskedQuestion> Waiting() => database.Read(session => session.Query(
        "SELECT text, count(*) FROM question_wishes WHERE reply IS NULL AND until > $1 GROUP BY text ORDER BY text",
        row => new AskedQuestion(row.GetString(0), row.GetInt64(1)), Now()));

    /// <summary>Gives a reply to all who wait for the answer to one of these questions; returns to how many.</summary>
    /// <param name="also">What belongs into the same transaction, told how many.</param>
    public Task<int> ReplyAsync(IReadOnlyCollection<string> questions, string reply, Action<Session, int> also) => database.WriteAsync(session =>
    {
        var count = questions.Sum(question =>
            session.Execute("UPDATE question_wishes SET reply = $2 WHERE text = $1 AND reply IS NULL AND until > $3", question, reply, Now()));
        if (count > 0) also(session, count);
        return count;
    });

    /// <summary>The reply to a question of a conversation; null where there is none, or it was told.</summary>
    public string? ReplyTo(string conversation, long seq) => database.Read(session =>
        session.Scalar("SELECT reply FROM question_wishes WHERE conversation = $1 AND seq = $2 AND until > $3", conversation, seq, Now()) as string);

    /// <summary>Takes those whose reply has come and was not told, at most so many; the same are not taken again for a while.</summary>
    public Task<List<(string Conversation, long Seq)>> TakeRepliedAsync(int most, TimeSpan again) => database.WriteAsync(session =>
    {
        var replied = session.Query(
            "SELECT conversation, seq FROM question_wishes WHERE reply IS NOT NULL AND called <= $1 AND until > $2 ORDER BY called, conversation, seq LIMIT $3",
            row => (row.GetString(0), row.GetInt64(1)), Now() - (long)again.TotalMilliseconds, Now(), (long)most);
        foreach (var (conversation, seq) in replied)
            session.Execute("UPDATE question_wishes SET called = $3 WHERE conversation = $1 AND seq = $2", conversation, seq, Now());
        return replied;
    });

    /// <summary>Deletes what has ended by its time.</summary>
    public Task<int> ForgetAsync() => database.WriteAsync(session => session.Execute("DELETE FROM question_wishes WHERE until <= $1", Now()));

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
