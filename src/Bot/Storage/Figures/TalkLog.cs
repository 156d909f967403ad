using Bot.Conversations;
using Bot.Storage.Activities;

namespace Bot.Storage.Figures;

/// <summary>In which conversations somebody spoke on a day, and how often: all that is needed to count them, kept until the day is counted for good.</summary>
public static class TalkLog
{
    /// <summary>Notes who spoke, in the transaction that ends the turn: in a row of the conversation's own, so that no two wait for each other.</summary>
    public static void Write(Session session, PendingMessage message, Speaker speaker, DateTimeOffset at) => session.Later(
        """
        INSERT INTO talks (day, conversation, channel, messages, by_staff) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (day, conversation) DO UPDATE SET messages = talks.messages + excluded.messages, by_staff = talks.by_staff + excluded.by_staff
        """,
        (long)VietnamTime.Day(at).DayNumber, message.Conversation, message.Channel, speaker == Speaker.Citizen ? 1L : 0L, speaker == Speaker.Staff ? 1L : 0L);

    /// <summary>Deletes what was noted of a conversation, in the transaction that deletes its messages.</summary>
    public static void Erase(Session session, string conversation) => session.Execute("DELETE FROM talks WHERE conversation = $1", conversation);
}
