using System.Data.Common;
using Bot.Staff.Notices;
using Bot.Storage;

namespace Bot.Staff.Publishing;

/// <summary>The versions of all notices: they are added and read; nothing here changes a text or deletes one.</summary>
public sealed class VersionLog(Database database, TimeProvider time)
{
    private const string Columns = "file, number, at, actor, origin, reason, text, mark";

    // Whoever adds a version has this until his transaction ends: so the places in the log become visible in their order, and no node misses one.
    private const string Adding = "notice versions";

    /// <summary>The versions of a notice, the newest first.</summary>
    public List<NoticeVersion> Of(NoticeFile file) =>
        database.Read(session => session.Query($"SELECT {Columns} FROM notice_versions WHERE file = $1 ORDER BY number DESC", Version, file.Path));

    /// <summary>The latest version of a notice; null when there is none.</summary>
    public NoticeVersion? Latest(NoticeFile file) => database.Read(session =>
        session.Query($"SELECT {Columns} FROM notice_versions WHERE file = $1 ORDER BY number DESC LIMIT 1", Version, file.Path)).FirstOrDefault();

    /// <summary>A version by its number; null when there is none.</summary>
    public NoticeVersion? Find(NoticeFile file, long number) => database.Read(session =>
        session.Query($"SELECT {Columns} FROM notice_versions WHERE file = $1 AND number = $2", Version, file.Path, number)).FirstOrDefault();

    /// <summary>The latest version of every notice.</summary>
    public Dictionary<NoticeFile, VersionHead> Heads() => Heads("");

    /// <summary>Of every notice the version that the folder of a single node was last known to hold.</summary>
    public Dictionary<NoticeFile, VersionHead> WrittenHeads() => Heads("WHERE written = 1");

    /// <summary>The place of the last version in the log of all; 0 when there is none.</summary>
    public long LastPlace() => database.Read(session => Convert.ToInt64(session.Scalar("SELECT coalesce(max(place), 0) FROM notice_versions")));

    /// <summary>Adds a version within the transaction of what it tells; null, and nothing is written, when another came meanwhile.</summary>
    /// <param name="seen">The number of the latest version that the decision was made on; 0 where there was none.</param>
    /// <param name="isWritten">Whether the folder holds it already.</param>
    public NoticeVersion? Add(
        Session session, NoticeFile file, long seen, string? actor, VersionOrigin origin, string? reason, string? text, bool isWritten = false)
    {
        if (!IsLatest(session, file, seen)) return null;
        var at = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var version = new NoticeVersion(file, seen + 1, at, actor, origin, reason, text, text is null ? null : NoticeFile.Mark(text));
        session.Execute(
            $"""
            INSERT INTO notice_versions (place, written, {Columns})
            SELECT coalesce(max(place), 0) + 1, $1, $2, $3, $4, $5, $6, $7, $8, $9 FROM notice_versions
            """,
            isWritten ? 1L : 0L, file.Path, version.Number, at.ToUnixTimeMilliseconds(), actor, Name(origin), reason, text, version.Mark);
        return version;
    }

    /// <summary>Whether a version is still the latest; it stays so until the transaction ends.</summary>
    public static bool IsLatest(Session session, NoticeFile file, long seen)
    {
        session.Alone(Adding);
        return Convert.ToInt64(session.Scalar("SELECT coalesce(max(number), 0) FROM notice_versions WHERE file = $1", file.Path)) == seen;
    }

    /// <summary>Notes that the folder of a single node holds a version.</summary>
    public static void MarkWritten(Session session, NoticeFile file, long number) =>
        session.Execute("UPDATE notice_versions SET written = 1 WHERE file = $1 AND number = $2", file.Path, number);

    private Dictionary<NoticeFile, VersionHead> Heads(string which) => database.Read(session => session.Query(
        $"""
        SELECT v.file, v.number, v.mark, v.written FROM notice_versions v
        JOIN (SELECT file, max(number) AS number FROM notice_versions {which} GROUP BY file) latest ON latest.file = v.file AND latest.number = v.number
        """,
        row => (File: NoticeFile.Of(row.GetString(0)), Head: new VersionHead(row.GetInt64(1), Text(row, 2), row.GetInt64(3) == 1))))
        .Where(row => row.File is not null).ToDictionary(row => row.File!, row => row.Head);

    private static NoticeVersion Version(DbDataReader row) => new(
        NoticeFile.Of(row.GetString(0))!, row.GetInt64(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)), Text(row, 3),
        Origin(row.GetString(4)), Text(row, 5), Text(row, 6), Text(row, 7));

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static string Name(VersionOrigin origin) => origin.ToString().ToLowerInvariant();

    private static VersionOrigin Origin(string name) => Enum.Parse<VersionOrigin>(name, ignoreCase: true);
}
