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

    /// <summary>Deletes what was recorded of a conversation, in the transaction that deletes its messages.</summary>
    public static void Erase(Session session, string conversation) => session.Execute("DELETE FROM questions WHERE conversation = $1", conversation);

    /// <summary>The different questions since a moment, at most so many, the most frequent first.</summary>
    public List<AskedQuestion> Recent(DateTimeOffset since, int most) => database.Read(session => session.Query(
        "SELECT text, count(*) AS asked, max(at) AS latest FROM questions WHERE at >= $1 GROUP BY text ORDER BY asked DESC, latest DESC, text LIMIT $2",
        row => new AskedQuestion(row.GetString(0), row.GetInt64(1)), since.ToUnixTimeMilliseconds(), (long)most));

    /// <summary>Deletes what is older; returns how many.</summary>
    public Task<int> ForgetAsync(DateTimeOffset since) => database.WriteAsync(session =>
        session.Execute("DELETE FROM questions WHERE at < $1", since.ToUnixTimeMilliseconds()));

    // As the replies' channelData writes it.
    private static string Name(Outcome outcome) => outcome == Outcome.Answered ? "answered" : "unanswered";
}
