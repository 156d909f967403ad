using System.Data.Common;
using Bot.Staff.Notices;
using Bot.Storage;

namespace Bot.Staff.Publishing;

/// <summary>The texts from folders of nodes that clashed with what is published.</summary>
public sealed class ClashLog(Database database, TimeProvider time)
{
    private const string Columns = "file, mark, text, at";

    /// <summary>Every clash that staff have not settled, the latest first.</summary>
    public List<NoticeClash> All() => [.. database.Read(session =>
        session.Query($"SELECT {Columns} FROM notice_clashes WHERE settled = 0 ORDER BY at DESC, file, mark", Clash)).OfType<NoticeClash>()];

    /// <summary>The same of one notice.</summary>
    public List<NoticeClash> Of(NoticeFile file) => [.. All().Where(clash => clash.File == file)];

    /// <summary>
    /// Keeps a text within a transaction; false when it was kept before, settled or not: a node that brings its content along does so at each start.
    /// </summary>
    public bool Keep(Session session, NoticeFile file, string text) => session.Execute(
        $"INSERT INTO notice_clashes ({Columns}, settled) VALUES ($1, $2, $3, $4, 0) ON CONFLICT (file, mark) DO NOTHING",
        file.Path, NoticeFile.Mark(text), text, time.GetUtcNow().ToUnixTimeMilliseconds()) > 0;

    /// <summary>Settles a clash within the transaction of what became of it; false when somebody else has.</summary>
    public static bool Settle(Session session, NoticeClash clash) =>
        session.Execute("UPDATE notice_clashes SET settled = 1 WHERE file = $1 AND mark = $2 AND settled = 0", clash.File.Path, clash.Mark) > 0;

    private static NoticeClash? Clash(DbDataReader row) => NoticeFile.Of(row.GetString(0)) is { } file
        ? new NoticeClash(file, row.GetString(1), row.GetString(2), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3))) : null;
}
