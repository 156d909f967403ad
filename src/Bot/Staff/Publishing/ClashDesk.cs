using Bot.Staff.Audit;
using Bot.Staff.Notices;
using Bot.Storage;

namespace Bot.Staff.Publishing;

/// <summary>What staff do where two have written at the same notice; each answers whether it was done: false where something else came meanwhile.</summary>
public sealed class ClashDesk(ClashLog clashes, DraftLog drafts, VersionLog versions, AuditLog audit, Database database)
{
    /// <summary>The draft has taken up what was published since it was begun: from now on it is one of the latest version.</summary>
    /// <param name="draft">As whoever merged it has seen it.</param>
    /// <param name="latest">The number of the version that he has merged; 0 where there was none.</param>
    public async Task<bool> MergedAsync(NoticeFile file, long draft, long latest, string actor)
    {
        if (drafts.Find(file) is not { } found || (versions.Latest(file)?.Number ?? 0) != latest) return false;
        var mark = versions.Find(file, latest)?.Mark;
        var entry = new AuditEntry(AuditEvent.Merged, actor, file.Path);
        return await drafts.SaveAsync(file, found.Text, mark, actor, draft, session => audit.Write(session, entry)) is not null;
    }

    /// <summary>A text that was kept aside becomes the draft, where nobody is writing another.</summary>
    public async Task<bool> TakeAsync(NoticeFile file, string mark, string actor)
    {
        if (Find(file, mark) is not { } clash) return false;
        return await drafts.SaveAsync(file, clash.Text, versions.Latest(file)?.Mark, actor, seen: 0, session =>
        {
            ClashLog.Settle(session, clash);
            audit.Write(session, new AuditEntry(AuditEvent.ClashTaken, actor, file.Path));
        }) is not null;
    }

    /// <summary>A text that was kept aside is not needed.</summary>
    public async Task<bool> DiscardAsync(NoticeFile file, string mark, string actor) => Find(file, mark) is { } clash && await database.WriteAsync(session =>
    {
        if (!ClashLog.Settle(session, clash)) return false;
        audit.Write(session, new AuditEntry(AuditEvent.ClashDiscarded, actor, file.Path));
        return true;
    });

    private NoticeClash? Find(NoticeFile file, string mark) => clashes.Of(file).FirstOrDefault(clash => clash.Mark == mark);
}
