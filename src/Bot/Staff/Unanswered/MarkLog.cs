using Bot.Staff.Audit;
using Bot.Storage;

namespace Bot.Staff.Unanswered;

/// <summary>The questions that are marked as none of the department's.</summary>
public sealed class MarkLog(Database database, AuditLog audit, TimeProvider time)
{
    public List<QuestionMark> All() => database.Read(session => session.Query(
        "SELECT id, text, author, at FROM question_marks ORDER BY at DESC, id",
        row => new QuestionMark(row.GetString(0), row.GetString(1), row.GetString(2), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)))));

    /// <summary>Marks a group; false where somebody else already has.</summary>
    public Task<bool> AddAsync(QuestionGroup group, string actor) => database.WriteAsync(session =>
    {
        var added = session.Execute(
            "INSERT INTO question_marks (id, text, author, at) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING",
            group.Id, group.Text, actor, time.GetUtcNow().ToUnixTimeMilliseconds());
        // Without its words: what citizens asked is kept for its time only, the audit log for ever.
        if (added > 0) audit.Write(session, new AuditEntry(AuditEvent.QuestionMarked, actor, group.Id));
        return added > 0;
    });

    /// <summary>Takes a mark away; false where there was none.</summary>
    public Task<bool> RemoveAsync(string id, string actor) => database.WriteAsync(session =>
    {
        var removed = session.Execute("DELETE FROM question_marks WHERE id = $1", id);
        if (removed > 0) audit.Write(session, new AuditEntry(AuditEvent.QuestionUnmarked, actor, id));
        return removed > 0;
    });
}
