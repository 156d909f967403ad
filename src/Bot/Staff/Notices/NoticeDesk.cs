using Bot.Content;
using Bot.Staff.Audit;
using Bot.Storage;
using Knowledge.Notices;

namespace Bot.Staff.Notices;

/// <summary>All that is done to drafts by the pages, each with its entry in the audit log.</summary>
public sealed class NoticeDesk(LiveContent live, DraftLog drafts, Database database, AuditLog audit)
{
    /// <summary>The text of a notice as it is published; null where there is none.</summary>
    public string? Published(NoticeFile file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(live.Folder, file.Path)).ReplaceLineEndings("\n");
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether a notice of that name is published or being written: a name is an address whatever the folder.</summary>
    public bool IsTaken(string name) =>
        live.Current.Catalogue.Notices.ContainsKey(name) || OnDisk().Any(file => file.Name == name) || drafts.All().Exists(draft => draft.File.Name == name);

    /// <summary>The notices whose files lie in the content folder.</summary>
    public IEnumerable<NoticeFile> OnDisk()
    {
        var folder = new DirectoryInfo(Path.Combine(live.Folder, NoticeReader.Folder));
        return !folder.Exists ? [] : folder.EnumerateFiles("*.md", SearchOption.AllDirectories)
            .Select(file => NoticeFile.Of(file.Directory!.Name, Path.GetFileNameWithoutExtension(file.Name))).OfType<NoticeFile>();
    }

    /// <summary>Saves a draft; null, and nothing is written, when somebody else has saved or deleted it since.</summary>
    /// <param name="seen">The version that its writer has seen; 0 where there was none.</param>
    public Task<Draft?> SaveAsync(NoticeFile file, string text, long seen, string actor)
    {
        var mark = drafts.Find(file) is { } draft ? draft.Base : Published(file) is { } published ? NoticeFile.Mark(published) : null;
        var entry = new AuditEntry(seen == 0 ? AuditEvent.DraftBegun : AuditEvent.DraftSaved, actor, file.Path);
        return drafts.SaveAsync(file, text, mark, actor, seen, session => audit.Write(session, entry));
    }

    /// <summary>Begins a draft with what a Word file holds; null when there is one of that name already.</summary>
    public Task<Draft?> ImportAsync(NoticeFile file, string text, IReadOnlyCollection<string> notCarried, string actor, string wordFile) =>
        drafts.SaveAsync(file, text, null, actor, 0, session =>
        {
            if (notCarried.Count > 0) DraftLog.Remark(session, file, string.Join('\n', notCarried));
            audit.Write(session, new AuditEntry(AuditEvent.WordImported, actor, file.Path, wordFile));
        });

    /// <summary>Writes down that a Word file was refused.</summary>
    public Task RefusedAsync(string actor, string wordFile, string why) => audit.AddAsync(new AuditEntry(AuditEvent.WordRefused, actor, wordFile, why));

    /// <summary>Forgets what was not carried over from a Word file.</summary>
    public Task DismissAsync(NoticeFile file, string actor) => database.WriteAsync(session =>
    {
        DraftLog.Remark(session, file, null);
        audit.Write(session, new AuditEntry(AuditEvent.RemarksDismissed, actor, file.Path));
        return true;
    });

    /// <summary>Deletes a draft; false when somebody has saved it since.</summary>
    public Task<bool> DeleteAsync(NoticeFile file, long seen, string actor) => database.WriteAsync(session =>
    {
        if (!DraftLog.Delete(session, file, seen)) return false;
        audit.Write(session, new AuditEntry(AuditEvent.DraftDeleted, actor, file.Path));
        return true;
    });
}
