using Bot.Storage;

namespace Bot.Dossiers;

/// <summary>
/// Limits guessing at dossiers. A guess is counted before the look-up and struck out when it proves right, in one write each:
/// so a hundred guesses at the same moment are no more than the limit, which asking first and counting afterwards would let through.
/// </summary>
public sealed class GuessLimits(Database database, KeyedHash hash, GuessOptions options, TimeProvider time)
{
    /// <summary>How many tries one address has at a code that is already over its limit: enough for the owner who mistypes once.</summary>
    private const int TriesAtLimitedCode = 2;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Admits and counts a guess; null when it is refused.</summary>
    public Task<GuessTicket?> TakeAsync(string code, byte[] address)
    {
        var hashed = hash.Of("code", code);
        return database.WriteAsync(session =>
        {
            var now = time.GetUtcNow();
            var since = (now - Window).ToUnixTimeMilliseconds();
            if (Count(session, "SELECT count(*) FROM (SELECT 1 FROM guesses WHERE address = ?1 AND at > ?2 LIMIT ?3)", address, since, options.PerAddress) >= options.PerAddress)
                return null;
            var strict = Count(session, "SELECT count(*) FROM (SELECT 1 FROM guesses WHERE code = ?1 AND at > ?2 LIMIT ?3)", hashed, since, options.PerCode) >= options.PerCode;
            if (strict && TriesLeft(session, hashed, address, since) <= 0) return null;
            session.Execute("INSERT INTO guesses (at, code, address, over) VALUES (?1, ?2, ?3, ?4)", now.ToUnixTimeMilliseconds(), hashed, address, strict ? 1 : 0);
            return new GuessTicket((long)session.Scalar("SELECT last_insert_rowid()")!, strict);
        });
    }

    /// <summary>Strikes out a guess that was right, or that nobody could judge.</summary>
    public Task ReleaseAsync(GuessTicket ticket) => database.WriteAsync(session => session.Execute("DELETE FROM guesses WHERE rowid = ?1", ticket.Row));

    /// <summary>Deletes what no longer counts.</summary>
    public Task<int> ForgetAsync() => database.WriteAsync(session =>
        session.Execute("DELETE FROM guesses WHERE at <= ?1", (time.GetUtcNow() - Window).ToUnixTimeMilliseconds()));

    private static long TriesLeft(SqliteSession session, byte[] code, byte[] address, long since) =>
        TriesAtLimitedCode - (long)session.Scalar("SELECT count(*) FROM guesses WHERE address = ?1 AND at > ?2 AND code = ?3 AND over = 1", address, since, code)!;

    private static long Count(SqliteSession session, string sql, byte[] of, long since, int most) => (long)session.Scalar(sql, of, since, most)!;
}
