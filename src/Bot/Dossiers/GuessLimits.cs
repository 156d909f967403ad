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

    /// <summary>How many tries all addresses together have at such a code in a day: an army of them gets no further.</summary>
    public const int TriesAtLimitedCodes = 100;

    // Wrong guesses of an address after which each further one has to wait, twice as long as the last; behind one address there may be a whole office.
    private const int GuessesWithoutWait = 15;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Admits and counts a guess; null when it is refused.</summary>
    public Task<GuessTicket?> TakeAsync(string code, byte[] address)
    {
        return database.WriteAsync(session =>
        {
            // By the dossier's own code, or two names of it would be two allowances; looked for, whether or not there is another.
            var hashed = hash.Of("code", (string?)session.Scalar("SELECT code FROM dossier_codes WHERE other = $1", code) ?? code);
            var now = time.GetUtcNow();
            var since = (now - Window).ToUnixTimeMilliseconds();
            // Counting and writing down must be one: other nodes guess, too. Always in this order, so that nobody waits for each other.
            session.Alone("guesses from " + Convert.ToHexString(address));
            session.Alone("guesses at " + Convert.ToHexString(hashed));
            var (made, last) = session.Query("SELECT count(*), max(at) FROM guesses WHERE address = $1 AND at > $2", row => (row.GetInt64(0), row.IsDBNull(1) ? 0 : row.GetInt64(1)), address, since)[0];
            if (made >= options.PerAddress || now < DateTimeOffset.FromUnixTimeMilliseconds(last) + Wait(made)) return null;
            var strict = Count(session, "SELECT count(*) FROM (SELECT 1 FROM guesses WHERE code = $1 AND at > $2 LIMIT $3) AS few", hashed, since, (long)options.PerCode) >= options.PerCode;
            if (strict && TriesLeft(session, hashed, address, since) <= 0) return null;
            var id = Guid.NewGuid().ToByteArray();
            session.Execute("INSERT INTO guesses (id, at, code, address, over) VALUES ($1, $2, $3, $4, $5)", id, now.ToUnixTimeMilliseconds(), hashed, address, strict ? 1L : 0L);
            return new GuessTicket(id, strict);
        });
    }

    /// <summary>Strikes out a guess that was right, or that nobody could judge.</summary>
    public Task ReleaseAsync(GuessTicket ticket) => database.WriteAsync(session => session.Execute("DELETE FROM guesses WHERE id = $1", ticket.Id));

    /// <summary>Deletes what no longer counts.</summary>
    public Task<int> ForgetAsync() => database.WriteAsync(session =>
        session.Execute("DELETE FROM guesses WHERE at <= $1", (time.GetUtcNow() - Day).ToUnixTimeMilliseconds()));

    private static TimeSpan Wait(long made) => made < GuessesWithoutWait ? TimeSpan.Zero
        : TimeSpan.FromSeconds(Math.Min(Math.Pow(2, made - GuessesWithoutWait), LongestWait.TotalSeconds));

    private static long TriesLeft(Session session, byte[] code, byte[] address, long since) =>
        Math.Min(
            TriesAtLimitedCode - (long)session.Scalar("SELECT count(*) FROM guesses WHERE address = $1 AND at > $2 AND code = $3 AND over = 1", address, since, code)!,
            TriesAtLimitedCodes - (long)session.Scalar("SELECT count(*) FROM guesses WHERE code = $1 AND at > $2 AND over = 1", code, since - (long)(Day - Window).TotalMilliseconds)!);

    private static long Count(Session session, string sql, byte[] of, long since, long most) => (long)session.Scalar(sql, of, since, most)!;
}
