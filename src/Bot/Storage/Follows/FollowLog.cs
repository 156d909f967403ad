using Bot.Conversations;

namespace Bot.Storage.Follows;

/// <summary>Which conversation is to be told of which dossier's changes: the rows by which a changed dossier finds them.</summary>
public sealed class FollowLog(Database database, TimeProvider time)
{
    /// <summary>Writes down what a conversation follows from now on, in the transaction that ends its turn.</summary>
    public static void Write(Session session, string conversation, IReadOnlyList<Follow> follows, long now)
    {
        session.Execute("DELETE FROM follows WHERE conversation = $1", conversation);
        foreach (var follow in follows)
            session.Execute(
                "INSERT INTO follows (conversation, code, mark, until, called, asked) VALUES ($1, $2, $3, $4, 0, $5)", conversation, follow.Code, follow.Mark, follow.Until.ToUnixTimeMilliseconds(), now);
    }

    /// <summary>Those whose dossier is no longer as they know it, or no longer there, at most so many; without those that were taken since a moment.</summary>
    public List<FollowedDossier> Changed(DateTimeOffset since, int most) => database.Read(session => session.Query(
        """
        SELECT f.conversation, f.code FROM follows f LEFT JOIN dossiers d ON d.code = f.code
        WHERE (d.code IS NULL OR d.mark <> f.mark) AND f.called <= $1 AND f.until > $2 ORDER BY f.called LIMIT $3
        """,
        row => new FollowedDossier(row.GetString(0), row.GetString(1)), since.ToUnixTimeMilliseconds(), time.GetUtcNow().ToUnixTimeMilliseconds(), (long)most));

    /// <summary>Notes that conversations are sent to look at dossiers now.</summary>
    public Task TakeAsync(IReadOnlyList<FollowedDossier> changed) => database.WriteAsync(session =>
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var (conversation, code) in changed)
            session.Later("UPDATE follows SET called = $3 WHERE conversation = $1 AND code = $2", conversation, code, now);
        return true;
    });

    /// <summary>Takes followed dossiers that a portal knows and was not asked about since a moment, the longest ago first, at most so many.</summary>
    public Task<List<string>> TakeStaleAsync(DateTimeOffset since, int most) => database.WriteAsync(session =>
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var stale = session.Query(
            """
            SELECT f.code, min(f.asked) AS oldest FROM follows f JOIN dossiers d ON d.code = f.code
            WHERE d.source = 'portal' AND f.until > $1 AND f.asked < $2 GROUP BY f.code ORDER BY oldest LIMIT $3
            """,
            row => row.GetString(0), now, since.ToUnixTimeMilliseconds(), (long)most);
        foreach (var code in stale) session.Execute("UPDATE follows SET asked = $2 WHERE code = $1", code, now);
        return stale;
    });

    /// <summary>Deletes what has ended by its time.</summary>
    public Task<int> ForgetAsync() => database.WriteAsync(session => session.Execute("DELETE FROM follows WHERE until <= $1", time.GetUtcNow().ToUnixTimeMilliseconds()));
}
