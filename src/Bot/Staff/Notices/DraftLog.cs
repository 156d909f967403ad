using System.Data.Common;
using Bot.Storage;

namespace Bot.Staff.Notices;

/// <summary>The drafts of all editors.</summary>
public sealed class DraftLog(Database database, TimeProvider time)
{
    private const string Columns = "file, text, base, author, at, version";

    /// <summary>The draft of a notice; null when nobody is writing at it.</summary>
    public Draft? Find(NoticeFile file) => database.Read(session => session.Query($"SELECT {Columns} FROM notice_drafts WHERE file = $1", Read, file.Path)).FirstOrDefault();

    /// <summary>Every draft, the one that was saved last first.</summary>
    public List<Draft> All() => database.Read(session => session.Query($"SELECT {Columns} FROM notice_drafts ORDER BY at DESC, file", Read));

    /// <summary>Writes a draft down; null, and nothing is written, when somebody else has saved or deleted it since.</summary>
    /// <param name="seen">The version that the writer has seen; 0 where there was none.</param>
    /// <param name="also">What belongs into the same transaction, run after the draft is written.</param>
    public Task<Draft?> SaveAsync(NoticeFile file, string text, string? @base, string author, long seen, Action<Session>? also = null) => database.WriteAsync(session =>
    {
        var now = time.GetUtcNow();
        var written = seen == 0
            ? session.Execute($"INSERT INTO notice_drafts ({Columns}) VALUES ($1, $2, $3, $4, $5, $5) ON CONFLICT (file) DO NOTHING", file.Path, text, @base, author, now.ToUnixTimeMilliseconds())
            : session.Execute(
                "UPDATE notice_drafts SET text = $2, base = $3, author = $4, at = $5, version = version + 1 WHERE file = $1 AND version = $6",
                file.Path, text, @base, author, now.ToUnixTimeMilliseconds(), seen);
        if (written == 0) return null;
        also?.Invoke(session);
        // From the moment on, and not from 1: another draft of the notice after this one must not be taken for it.
        var version = seen == 0 ? now.ToUnixTimeMilliseconds() : seen + 1;
        return new Draft(file, text, @base, author, DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()), version);
    });

    /// <summary>Deletes a draft, unless somebody has saved it since; whether it is gone. In the transaction of what it is deleted for.</summary>
    public static bool Delete(Session session, NoticeFile file, long seen) =>
        session.Execute("DELETE FROM notice_drafts WHERE file = $1 AND version = $2", file.Path, seen) > 0;

    /// <summary>What of a Word file is not in the draft, a line each; null where there is nothing that nobody has seen to.</summary>
    public string? Remarks(NoticeFile file) =>
        database.Read(session => session.Scalar("SELECT remarks FROM notice_drafts WHERE file = $1", file.Path)) as string;

    /// <summary>Keeps what of a Word file is not in the draft, or forgets it, in the transaction of what it belongs to.</summary>
    public static void Remark(Session session, NoticeFile file, string? remarks) =>
        session.Execute("UPDATE notice_drafts SET remarks = $2 WHERE file = $1", file.Path, remarks);

    private static Draft Read(DbDataReader row) => new(
        NoticeFile.Of(row.GetString(0))!, row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetString(3), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)), row.GetInt64(5));
}
