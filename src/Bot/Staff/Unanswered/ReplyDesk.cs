using Bot.Staff.Audit;
using Bot.Storage.Wishes;

namespace Bot.Staff.Unanswered;

/// <summary>Replies of staff to those who asked and want to be told.</summary>
public sealed class ReplyDesk(WishLog wishes, ReplyWatch watch, AuditLog audit)
{
    public const int Shortest = 10;

    /// <summary>What every channel shows as one message.</summary>
    public const int Longest = 1500;

    /// <summary>Sends a reply to all of a group who wait; returns to how many.</summary>
    public async Task<int> SendAsync(QuestionGroup group, string reply, string actor)
    {
        var count = await wishes.ReplyAsync([.. group.Wordings.Select(q => q.Text)], reply, (session, to) =>
            audit.Write(session, new AuditEntry(AuditEvent.QuestionReplied, actor, group.Id, to.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        if (count > 0) await watch.LookAsync(CancellationToken.None);
        return count;
    }
}
