using Bot.Storage;

namespace Bot.Channels.Limits;

/// <summary>Counts in the store, where several nodes answer the same citizens; by the minutes of the clock, which nodes have in common.</summary>
public sealed class SharedWindowLimit(string name, int most, Database database, KeyedHash hash, TimeProvider time) : IWindowLimit
{
    private const long Window = 60_000;

    public TimeSpan? Refuse(string key)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var began = now - now % Window;
        // An address need not stand there as itself to be counted.
        var counted = Convert.ToHexString(hash.Of("limit " + name, key));
        var count = database.Read(session => (long)session.Scalar(
            """
            INSERT INTO counts (name, began, count) VALUES ($1, $2, 1)
            ON CONFLICT (name) DO UPDATE SET count = CASE WHEN counts.began = excluded.began THEN counts.count + 1 ELSE 1 END, began = excluded.began
            RETURNING count
            """,
            counted, began)!);
        return count <= most ? null : TimeSpan.FromMilliseconds(began + Window - now);
    }

    /// <summary>Deletes the counts of windows that are long over.</summary>
    public static Task<int> ForgetAsync(Database database, TimeProvider time) => database.WriteAsync(session =>
        session.Execute("DELETE FROM counts WHERE began < $1", time.GetUtcNow().ToUnixTimeMilliseconds() - 10 * Window));
}
