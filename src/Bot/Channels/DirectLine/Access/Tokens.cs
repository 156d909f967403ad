using System.Collections.Concurrent;
using Bot.Storage;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Channels.DirectLine.Access;

/// <summary>Issues and reads the signed tokens; the key lives with the data, so that they outlive the process.</summary>
public sealed class Tokens
{
    /// <summary>How long a conversation's token is good; the web client renews it every 15 minutes.</summary>
    public static readonly TimeSpan ConversationLife = TimeSpan.FromMinutes(60);

    // The client opens a stream at once, and at times a second one on the same address a little later.
    private static readonly TimeSpan StreamLife = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan ReturnLife = TimeSpan.FromDays(30);

    private const string Issuer = "tro-ly";
    private const int MostCached = 20_000;

    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };
    private readonly SigningCredentials credentials;
    private readonly TokenValidationParameters[] rules;
    private readonly TimeProvider time;

    // A client sends the same token with every call; its signature need not be computed every time.
    private readonly ConcurrentDictionary<string, (Grant Grant, DateTime Expires)> cache = new();
    private int cached;

    public Tokens(Keys keys, TimeProvider time)
    {
        this.time = time;
        var key = new SymmetricSecurityKey(keys.Get("tokens"));
        credentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256);
        rules = [.. Enum.GetValues<Purpose>().Select(purpose => new TokenValidationParameters
        {
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidIssuer = Issuer,
            ValidAudience = Name(purpose),
            RequireExpirationTime = true,
            LifetimeValidator = (_, expires, _, _) => expires > time.GetUtcNow().UtcDateTime,
        })];
    }

    public string Issue(Grant grant, Purpose purpose)
    {
        var claims = new Dictionary<string, object> { ["conv"] = grant.Conversation, ["user"] = grant.User };
        if (grant.Origins.Length > 0) claims["origins"] = string.Join(' ', grant.Origins);
        var now = time.GetUtcNow().UtcDateTime;
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Name(purpose),
            IssuedAt = now,
            Expires = now + Life(purpose),
            Claims = claims,
            SigningCredentials = credentials,
        });
    }

    /// <summary>What a token of this purpose grants; null when it is expired, forged, or for another purpose.</summary>
    public async ValueTask<Grant?> ReadAsync(string token, Purpose purpose)
    {
        if (purpose == Purpose.Conversation && cache.TryGetValue(token, out var known)) return known.Expires > time.GetUtcNow().UtcDateTime ? known.Grant : null;
        if (await handler.ValidateTokenAsync(token, rules[(int)purpose]) is not { IsValid: true, SecurityToken: JsonWebToken read }) return null;
        if (Claim(read, "conv") is not { } conversation || Claim(read, "user") is not { } user) return null;
        var grant = new Grant(conversation, user, Claim(read, "origins") is { } origins ? [.. origins.Split(' ')] : []);
        if (purpose == Purpose.Conversation) Remember(token, grant, read.ValidTo);
        return grant;
    }

    private void Remember(string token, Grant grant, DateTime expires)
    {
        if (Interlocked.Increment(ref cached) > MostCached)
        {
            cache.Clear();
            cached = 1;
        }
        cache[token] = (grant, expires);
    }

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;

    private static TimeSpan Life(Purpose purpose) => purpose switch
    {
        Purpose.Conversation => ConversationLife,
        Purpose.Stream => StreamLife,
        _ => ReturnLife,
    };

    private static string Name(Purpose purpose) => purpose switch
    {
        Purpose.Conversation => "conversation",
        Purpose.Stream => "stream",
        _ => "return",
    };
}
