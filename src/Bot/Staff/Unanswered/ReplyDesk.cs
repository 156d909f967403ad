using System.Globalization;
using Bot.Staff.Audit;
using Bot.Storage.Wishes;

namespace Bot.Staff.Unanswered;

/// <summary>Replies of staff to those who asked and want to be told.</summary>
public sealed class ReplyDesk(WishLog wishes, ReplyWatch watch, AuditLog audit)
{
    public const int Shortest = 10;

    /// <summary>What every channel shows as one message.</summary>
    public const int Longest = 1500;

    /// <summary>Sends a reply to those of a group who wait and have asked in one of these wordings; returns to how many.</summary>
    public async Task<int> SendAsync(QuestionGroup group, IReadOnlyCollection<string> wordings, string reply, string actor)
    {
        // Alike is not the same: who sends has seen each wording that is answered so.
        var seen = group.Wishes.Select(w => w.Text).Where(wordings.Contains).ToList();
        var count = await wishes.ReplyAsync(seen, reply, (session, to) =>
            audit.Write(session, new AuditEntry(AuditEvent.QuestionReplied, actor, group.Id, to.ToString(CultureInfo.InvariantCulture))));
        if (count > 0) await watch.LookAsync(CancellationToken.None);
        return count;
    }
}
