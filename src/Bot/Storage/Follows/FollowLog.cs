using Bot.Conversations;

namespace Bot.Storage.Follows;

/// <summary>Which conversation is to be told of which dossier's changes: the rows by which a changed dossier finds them.</summary>
public sealed class FollowLog(Database database, TimeProvider time)
{
    /// <summary>Writes down what a conversation follows from now on, in the transaction that ends its turn.</summary>
    public static void Write(Session session, string conversation, IReadOnlyList<Follow> follows)
    {
        session.Execute("DELETE FROM follows WHERE conversation = $1", conversation);
        foreach (var follow in follows)
            session.Execute(
                "INSERT INTO follows (conversation, code, mark, until, called) VALUES ($1, $2, $3, $4, 0)", conversation, follow.Code, follow.Mark, follow.Until.ToUnixTimeMilliseconds());
    }

    /// <summary>Takes those whose dossier is no longer as they know it, at most so many; the same are not taken again for a while.</summary>
    public Task<List<(string Conversation, string Code)>> TakeChangedAsync(int most, TimeSpan again) => database.WriteAsync(session =>
    {
        var now = time.GetUtcNow();
        var changed = session.Query(
            """
            SELECT f.conversation, f.code FROM follows f JOIN dossiers d ON d.code = f.code
            WHERE d.mark <> f.mark AND f.called <= $1 AND f.until > $2 ORDER BY f.called LIMIT $3
            """,
            row => (row.GetString(0), row.GetString(1)), (now - again).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds(), (long)most);
        foreach (var (conversation, code) in changed)
            session.Execute("UPDATE follows SET called = $3 WHERE conversation = $1 AND code = $2", conversation, code, now.ToUnixTimeMilliseconds());
        return changed;
    });

    /// <summary>The followed dossiers that only their source can tell anything new about: what is stored of them is missing, or a portal's and older than that.</summary>
    public List<string> Stale(DateTimeOffset since, int most) => database.Read(session => session.Query(
        """
        SELECT DISTINCT f.code FROM follows f LEFT JOIN dossiers d ON d.code = f.code
        WHERE f.until > $1 AND (d.code IS NULL OR (d.source = 'portal' AND d.as_of < $2)) LIMIT $3
        """,
        row => row.GetString(0), time.GetUtcNow().ToUnixTimeMilliseconds(), since.ToUnixTimeMilliseconds(), (long)most));

    /// <summary>Deletes what has ended by its time.</summary>
    public Task<int> ForgetAsync() => database.WriteAsync(session => session.Execute("DELETE FROM follows WHERE until <= $1", time.GetUtcNow().ToUnixTimeMilliseconds()));
}
