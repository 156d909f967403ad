using Bot.Storage;

namespace Bot.Channels.Zalo;

/// <summary>Where the tokens of a channel outlive the process; one pair for all nodes.</summary>
public sealed class TokenStore(Database database)
{
    /// <summary>The pair of a channel; null when there is none yet.</summary>
    public TokenPair? Find(string channel) => database.Read(session => session.Query(
        "SELECT seed, access, refresh, expires, spending FROM tokens WHERE channel = $1",
        row => new TokenPair(row.GetFieldValue<byte[]>(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetString(2), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)), row.GetInt64(4) != 0),
        channel)).FirstOrDefault();

    /// <summary>Writes the pair down, durably.</summary>
    public Task SaveAsync(string channel, TokenPair pair) => database.WriteAsync(session => session.Execute(
        """
        INSERT INTO tokens (channel, seed, access, refresh, expires, spending) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (channel) DO UPDATE SET seed = excluded.seed, access = excluded.access, refresh = excluded.refresh, expires = excluded.expires, spending = excluded.spending
        """,
        channel, pair.Seed, pair.Access, pair.Refresh, pair.Expires.ToUnixTimeMilliseconds(), pair.IsSpending ? 1L : 0L));

    /// <summary>Holds the right to renew the pair, alone among all nodes; null while another one has it.</summary>
    public ValueTask<Hold?> HoldAsync(string channel) => database.HoldAsync("tokens " + channel);
}
