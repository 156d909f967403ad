using System.Security.Cryptography;
using System.Text;
using Bot.Channels.Entrance;

namespace Bot.Channels.DirectLine.Access;

/// <summary>Finds out who calls, by the Authorization header, or by the token in a stream's address.</summary>
public sealed class Callers(Tokens tokens, DirectLineOptions options)
{
    private readonly byte[]? secret = options.Secret is { } text ? SHA256.HashData(Encoding.UTF8.GetBytes(text)) : null;

    /// <summary>The bearer of a token or of the secret.</summary>
    public async ValueTask<Caller> IdentifyAsync(HttpContext context)
    {
        var bearer = Bearer(context);
        return IsSecret(bearer) ? new Caller(null) : new Caller(await GrantAsync(context, bearer, Purpose.Conversation));
    }

    /// <summary>The bearer of a token; the secret does not do.</summary>
    public ValueTask<Grant> BearerAsync(HttpContext context) => GrantAsync(context, Bearer(context), Purpose.Conversation);

    /// <summary>Whoever was given the stream's address.</summary>
    public ValueTask<Grant> StreamAsync(HttpContext context) => GrantAsync(context, context.Request.Query["t"].ToString(), Purpose.Stream);

    /// <summary>Lets only the bearer of the secret pass.</summary>
    public void DemandSecret(HttpContext context)
    {
        if (secret is null) throw Refused.Forbidden("SecretNotConfigured", "Tokens are not generated here: the setting DirectLine:Secret is not set.");
        if (!IsSecret(Bearer(context))) throw Refused.Forbidden("SecretInvalid", "The secret is not the right one.");
    }

    private async ValueTask<Grant> GrantAsync(HttpContext context, string token, Purpose purpose)
    {
        if (await tokens.ReadAsync(token, purpose) is not { } grant) throw Refused.Forbidden("TokenExpired", "The token is expired or not valid here.");
        if (grant.Origins.Length > 0 && Origins.Of(context.Request) is { } origin && !grant.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase))
            throw Refused.Forbidden("OriginNotTrusted", "The token was issued for another website.");
        return grant;
    }

    // Hashed first: the comparison then takes the same time whatever the lengths.
    private bool IsSecret(string bearer) =>
        secret is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(bearer)), secret);

    private static string Bearer(HttpContext context)
    {
        const string scheme = "Bearer ";
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) throw Refused.Forbidden("TokenMissing", "The call needs a token: Authorization: Bearer ….");
        return header[scheme.Length..].Trim();
    }
}
