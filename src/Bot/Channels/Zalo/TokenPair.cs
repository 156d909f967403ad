namespace Bot.Channels.Zalo;

/// <summary>An access token with the refresh token that gets the next.</summary>
/// <param name="Seed">A hash of the refresh token that the operator gave and this pair descends from.</param>
/// <param name="Access">Null before the first renewal.</param>
/// <param name="IsSpending">Whether the refresh token was sent off and nobody wrote down what came of it.</param>
public sealed record TokenPair(byte[] Seed, string? Access, string Refresh, DateTimeOffset Expires, bool IsSpending)
{
    // Whatever prints it must not print the tokens.
    public override string ToString() => $"token pair, expires {Expires:u}";
}
