using System.Security.Cryptography;
using System.Text;

namespace StandIns.Zalo;

/// <summary>The tokens of the official account: access tokens that run out, refresh tokens that can be spent once.</summary>
public sealed class ZaloTokens(TimeProvider time)
{
    private readonly Dictionary<string, DateTimeOffset> access = [];
    private readonly Dictionary<string, bool> refresh = [];
    private readonly Dictionary<string, string> codes = [];
    private int issued;

    /// <summary>How long an access token that is issued from now on lasts.</summary>
    public TimeSpan Life { get; set; } = TimeSpan.FromHours(25);

    /// <summary>How often a pair was issued for a refresh token.</summary>
    public int Refreshes { get; private set; }

    /// <summary>How often somebody came with a refresh token that had been spent.</summary>
    public int SpentAttempts { get; private set; }

    /// <summary>The access token that was issued last.</summary>
    public string Access { get; private set; } = "";

    /// <summary>The refresh token that was issued last.</summary>
    public string Refresh { get; private set; } = "";

    /// <summary>A new pair, as when an administrator consents.</summary>
    public (string Access, string Refresh) Issue()
    {
        lock (access)
        {
            issued++;
            Access = $"access-{issued:D4}-{Opaque()}";
            Refresh = $"refresh-{issued:D4}-{Opaque()}";
            access[Access] = time.GetUtcNow() + Life;
            refresh[Refresh] = false;
            return (Access, Refresh);
        }
    }

    /// <summary>A code for <c>grant_type=authorization_code</c>, good once for the verifier whose challenge the console holds.</summary>
    public string IssueCode(string verifier)
    {
        lock (access)
        {
            var code = "code-" + Opaque();
            codes[code] = verifier;
            return code;
        }
    }

    /// <summary>All access tokens run out at once; refresh tokens stay good.</summary>
    public void ExpireAccess()
    {
        lock (access)
            foreach (var token in access.Keys)
                access[token] = DateTimeOffset.MinValue;
    }

    /// <summary>The error of an access token; 0 when it is good.</summary>
    internal int Check(string? token)
    {
        lock (access) return token is null || !access.TryGetValue(token, out var end) ? -216 : end <= time.GetUtcNow() ? -220 : 0;
    }

    /// <summary>Spends a refresh token; null when it is unknown or spent.</summary>
    internal (string Access, string Refresh)? Spend(string? token)
    {
        lock (access)
        {
            if (token is null || !refresh.TryGetValue(token, out var spent)) return null;
            if (spent)
            {
                SpentAttempts++;
                return null;
            }
            refresh[token] = true;
            Refreshes++;
            return Issue();
        }
    }

    internal (string Access, string Refresh)? Redeem(string? code, string? verifier)
    {
        lock (access) return code is not null && codes.Remove(code, out var expected) && expected == verifier ? Issue() : null;
    }

    // Opaque, but the same in every run.
    private string Opaque() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"token {issued} {codes.Count}")))[..24];
}
