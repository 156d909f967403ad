using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Storage.Figures;
using Bot.Storage.Questions;

namespace Bot.Storage.Activities;

/// <summary>Single steps of the activity log's transactions.</summary>
internal static class ActivityRows
{
    /// <summary>Milliseconds.</summary>
    public const long Day = 24 * 60 * 60 * 1000;

    // An index of PostgreSQL has no place for rows of more than 2,704 bytes.
    private const int LongestClientId = 500;

    /// <summary>Logs an activity; returns its JSON with id and timestamp.</summary>
    public static byte[] Insert(Session session, string conversation, long seq, long at, string? clientId, byte[] body)
    {
        var json = Stamped(conversation, seq, at, body);
        session.Later("INSERT INTO activities (conversation, seq, client_id, json) VALUES ($1, $2, $3, $4)", conversation, seq, clientId, json);
        return json;
    }

    /// <summary>A client's id as it stands in the index.</summary>
    public static string? Indexable(string? clientId) =>
        clientId is { Length: > LongestClientId } ? "sha256 " + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(clientId))) : clientId;

    /// <summary>What waited for the citizen is due.</summary>
    // As if it were new: waiting for the citizen is not what a reply is given up for.
    public static void Release(Session session, long now, string conversation) =>
        session.Later("UPDATE deliveries SET status = 0, created = $2, due = $2 WHERE conversation = $1 AND status = 1", conversation, now);

    /// <summary>Notes on which day a conversation was touched.</summary>
    // By itself, and seldom: the day is indexed.
    public static void MoveDay(Session session, string conversation, long at) =>
        session.Later("UPDATE conversations SET day = $2 WHERE id = $1", conversation, at / Day);

    /// <summary>Deletes all that was said before a message, and what of it is still to be delivered.</summary>
    // The message itself stays: its repetition is recognised by it.
    public static void Erase(Session session, PendingMessage message)
    {
        QuestionLog.Erase(session, message.Conversation);
        TalkLog.Erase(session, message.Conversation);
        session.Execute("DELETE FROM deliveries WHERE conversation = $1", message.Conversation);
        session.Execute("DELETE FROM activities WHERE conversation = $1 AND seq < $2", message.Conversation, message.Seq);
        session.Execute("UPDATE look_ups SET conversation = '' WHERE conversation = $1", message.Conversation);
    }

    private static byte[] Stamped(string conversation, long seq, long at, byte[] body)
    {
        var moment = DateTimeOffset.FromUnixTimeMilliseconds(at).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var head = Encoding.ASCII.GetBytes($"{{\"id\":\"{ActivityLog.ActivityId(conversation, seq)}\",\"timestamp\":\"{moment}\",");
        var stamped = new byte[head.Length + body.Length - 1];
        head.CopyTo(stamped, 0);
        body.AsSpan(1).CopyTo(stamped.AsSpan(head.Length));
        return stamped;
    }
}
