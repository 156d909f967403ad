using Bot.Conversations;
using Bot.Storage.Activities;

namespace Bot.Storage.Questions;

/// <summary>What citizens asked of the notices and what became of it: to try new content on, and to learn from.</summary>
public sealed class QuestionLog(Database database)
{
    /// <summary>Records the question of a message, in the transaction that ends its turn: so it is there once.</summary>
    /// <param name="since">When the message came; 0 where that was not noted.</param>
    public static void Write(Session session, PendingMessage message, NewQuestion question, long since, long at) => session.Later(
        "INSERT INTO questions (at, conversation, seq, channel, outcome, section, text, took, again) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0)",
        at, message.Conversation, message.Seq, message.Channel, Name(question.Outcome), question.Section?.ToString(), question.Text,
        since == 0 ? 0 : Math.Max(0, at - since));

    /// <summary>Writes down what a later turn tells of a question, in the transaction that ends that turn.</summary>
    public static void Note(Session session, string conversation, Remark remark)
    {
        if (remark.Verdict is { } verdict)
            session.Later("UPDATE questions SET verdict = $3 WHERE conversation = $1 AND seq = $2", conversation, remark.Seq, Name(verdict));
        else
            session.Later("UPDATE questions SET again = 1 WHERE conversation = $1 AND seq = $2", conversation, remark.Seq);
    }

    /// <summary>Deletes what was recorded of a conversation, in the transaction that deletes its messages.</summary>
    public static void Erase(Session session, string conversation) => session.Execute("DELETE FROM questions WHERE conversation = $1", conversation);

    /// <summary>The different questions since a moment, at most so many, the most frequent first.</summary>
    public List<AskedQuestion> Recent(DateTimeOffset since, int most) => database.Read(session => session.Query(
        "SELECT text, count(*) AS asked, max(at) AS latest FROM questions WHERE at >= $1 GROUP BY text ORDER BY asked DESC, latest DESC, text LIMIT $2",
        row => new AskedQuestion(row.GetString(0), row.GetInt64(1)), since.ToUnixTimeMilliseconds(), (long)most));

    /// <summary>The questions since a moment that were not answered, or not so that it was a help, at most so many, the most frequent first.</summary>
    public List<FailedQuestion> Failed(DateTimeOffset since, DateTimeOffset now, int most) => database.Read(session => session.Query(
        """
        SELECT text, channel, count(*) AS asked,
            count(CASE WHEN outcome = 'unanswered' THEN 1 END), count(CASE WHEN verdict = 'wrong' THEN 1 END),
            count(CASE WHEN verdict = 'false' THEN 1 END), count(CASE WHEN again = 1 THEN 1 END),
            count(CASE WHEN at >= $2 THEN 1 END), count(CASE WHEN at < $2 AND at >= $3 THEN 1 END)
        FROM questions WHERE at >= $1 AND (outcome = 'unanswered' OR verdict = 'wrong' OR verdict = 'false' OR again = 1)
        GROUP BY text, channel ORDER BY asked DESC, text, channel LIMIT $4
        """,
        row => new FailedQuestion(
            row.GetString(0), row.GetString(1), row.GetInt64(2),
            row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7), row.GetInt64(8)),
        since.ToUnixTimeMilliseconds(), now.AddDays(-7).ToUnixTimeMilliseconds(), now.AddDays(-14).ToUnixTimeMilliseconds(), (long)most));

    /// <summary>Deletes what is older; returns how many.</summary>
    public Task<int> ForgetAsync(DateTimeOffset since) => database.WriteAsync(session =>
        session.Execute("DELETE FROM questions WHERE at < $1", since.ToUnixTimeMilliseconds()));

    private static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Right => "right",
        Verdict.Wrong => "wrong",
        _ => "false",
    };

    // As the replies' channelData writes it.
    private static string Name(Outcome outcome) => outcome == Outcome.Answered ? "answered" : "unanswered";
}
