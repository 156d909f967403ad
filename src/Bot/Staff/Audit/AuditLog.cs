using System.Data.Common;
using Bot.Storage;

namespace Bot.Staff.Audit;

/// <summary>The audit log: entries are added and read; nothing here changes or deletes one.</summary>
public sealed class AuditLog(Database database, TimeProvider time)
{
    public Task AddAsync(AuditEntry entry) => database.WriteAsync(session =>
    {
        Write(session, entry);
        return true;
    });

    /// <summary>Adds an entry within the transaction of what it tells.</summary>
    public void Write(Session session, AuditEntry entry)
    {
        // One after the other, so that the places have no gap and one that is missing shows.
        session.Alone("staff audit");
        session.Execute(
            "INSERT INTO staff_audit (seq, at, event, actor, subject, detail) SELECT coalesce(max(seq), 0) + 1, $1, $2, $3, $4, $5 FROM staff_audit",
            time.GetUtcNow().ToUnixTimeMilliseconds(), entry.Event, entry.Actor, entry.Subject, entry.Detail);
    }

    /// <summary>The latest entries before a place, the newest first.</summary>
    public List<AuditEntry> Before(long seq, int most) => database.Read(session => session.Query(
        "SELECT seq, at, event, actor, subject, detail FROM staff_audit WHERE seq < $1 ORDER BY seq DESC LIMIT $2",
        Entry, seq, (long)most));

    private static AuditEntry Entry(DbDataReader row) => new(row.GetString(2), Text(row, 3), Text(row, 4), Text(row, 5))
    {
        Seq = row.GetInt64(0),
        At = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
    };

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
