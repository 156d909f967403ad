using Bot.Channels.Connector.Access.Keys;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Channels.Connector.Access;

/// <summary>Decides whether a call comes from the Bot Connector, rule by rule; whatever goes wrong lets nobody in.</summary>
public sealed class ConnectorTokenCheck
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = ClaimedToken.Longest };
    private readonly ConnectorOptions options;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly SigningKeys channelKeys;
    private readonly SigningKeys emulatorKeys;

    public ConnectorTokenCheck(ConnectorOptions options, OutboundHttp http, TimeProvider time, ILogger<ConnectorTokenCheck> logger)
    {
        (this.options, this.time, this.logger) = (options, time, logger);
        channelKeys = new SigningKeys(options.OpenIdMetadataUrl, http, time, logger);
        emulatorKeys = new SigningKeys(options.EmulatorMetadataUrl, http, time, logger);
    }

    /// <summary>Never throws, and answers within the time that a fetch of keys may take.</summary>
    public async Task<ConnectorVerdict> JudgeAsync(ConnectorCall call)
    {
        try
        {
            return await WeighAsync(call);
        }
        catch (Exception error)
        {
            // Its message might hold what the caller wrote.
            logger.LogError("A call of the connector could not be judged: {Problem}", error.GetType().Name);
            return ConnectorVerdict.Unjudged("CheckFailed", "The call could not be judged.");
        }
    }

    private async Task<ConnectorVerdict> WeighAsync(ConnectorCall call)
    {
        const string scheme = "Bearer ";
        if (!options.IsOn) return ConnectorVerdict.Forbidden("ChannelOff", "The channel is off: no AppId is set.");
        // Without an AppId there is nothing that a token could be held against.
        if (options.Development && call.IsLocal && (call.Authorization is null || options.AppId is null)) return ConnectorVerdict.Accepted(ConnectorProof.Loopback);
        if (options.AppId is not { } appId) return ConnectorVerdict.Forbidden("LocalOnly", "In development without an AppId only callers at this machine are let in.");
        if (call.Authorization is not { } authorization) return ConnectorVerdict.Unproven("TokenMissing", "There is no Authorization header.");
        if (!authorization.StartsWith(scheme, StringComparison.Ordinal)) return ConnectorVerdict.Unproven("NotBearer", "The Authorization header is not of the scheme Bearer, or there are two.");
        if (authorization.Length - scheme.Length > ClaimedToken.Longest) return ConnectorVerdict.Unproven("TokenTooLong", "The token is too long.");
        if (ClaimedToken.Read(authorization[scheme.Length..]) is not { } token) return ConnectorVerdict.Unproven("TokenMalformed", "The token cannot be read without doubt.");

        // The issuer first: whose keys count depends on it, and nobody else's token is worth a signature check.
        if (token.Issuer is not { } issuer) return ConnectorVerdict.Unproven("IssuerMissing", "The token names no issuer, or several.");
        if (options.Issuers.Contains(issuer, StringComparer.Ordinal))
            return await RefuseAsync(token, issuer, appId, channelKeys, key => RefuseChannel(token, key, call)) ?? ConnectorVerdict.Accepted(ConnectorProof.Channel);
        if (EmulatorIssuers.Version(issuer, options.IsGovernment) is not { } version) return ConnectorVerdict.Unproven("IssuerUnknown", "The token is of an issuer that is not believed.");
        if (!options.Emulator) return ConnectorVerdict.Forbidden("EmulatorOff", "The token may be the Emulator's; the setting Emulator is off.");
        return await RefuseAsync(token, issuer, appId, emulatorKeys, _ => RefuseEmulator(token, version, appId)) ?? ConnectorVerdict.Accepted(ConnectorProof.Emulator);
    }

    // The rules of both paths; null when they are kept and the path's own are too.
    private async Task<ConnectorVerdict?> RefuseAsync(ClaimedToken token, string issuer, string appId, SigningKeys keys, Func<SigningKey, ConnectorVerdict?> refuse)
    {
        if (!Algorithms.Contains(token.Algorithm, StringComparer.Ordinal)) return ConnectorVerdict.Unproven("AlgorithmRefused", "The token is not signed with RS256, RS384 or RS512.");
        if (token.KeyId is not { Length: > 0 } id) return ConnectorVerdict.Unproven("KeyMissing", "The token does not say which key signed it.");
        if (await keys.FindAsync(id) is not { } key)
            return keys.AreThere ? ConnectorVerdict.Unproven("KeyUnknown", "The token is signed with a key that its issuer does not publish.")
                : ConnectorVerdict.Unjudged("KeysUnavailable", "The issuer's keys could not be fetched.");
        if (!key.Serves(issuer)) return ConnectorVerdict.Unproven("KeyOfAnother", "The key that signed the token is another issuer's.");
        if (!await IsSignedAsync(token, issuer, key)) return ConnectorVerdict.Unproven("SignatureWrong", "The token's signature is wrong.");
        if (!IsAlive(token)) return ConnectorVerdict.Unproven("TokenExpired", "The token is expired, not valid yet, or has no end.");
        // A list of audiences is a token that others may hold too.
        if (token.Claim("aud") != appId) return ConnectorVerdict.Forbidden("AudienceWrong", "The token is made out to another app.");
        if (IsOfAnotherApp(token, "appid", appId) || IsOfAnotherApp(token, "azp", appId)) return ConnectorVerdict.Forbidden("SkillToken", "The token is another bot's; this one hosts no skills.");
        return refuse(key);
    }

    private static ConnectorVerdict? RefuseChannel(ClaimedToken token, SigningKey key, ConnectorCall call)
    {
        if (call.ChannelId is not { Length: > 0 } channel || !key.Endorsements.Contains(channel))
            return ConnectorVerdict.Forbidden("NotEndorsed", "The key that signed the token does not speak for the activity's channel.");
        // Compared as they stand: whatever is rewritten first can be rewritten to fit.
        return token.Claim("serviceurl") is { Length: > 0 } service && service.Equals(call.ServiceUrl, StringComparison.OrdinalIgnoreCase) ? null
            : ConnectorVerdict.Forbidden("ServiceUrlWrong", "The token is for another service than the activity names.");
    }

    private static ConnectorVerdict? RefuseEmulator(ClaimedToken token, string version, string appId)
    {
        if (token.Claim("ver") != version) return ConnectorVerdict.Forbidden("VersionWrong", "The token does not say the version that its issuer writes.");
        return token.Claim(version == "1.0" ? "appid" : "azp") == appId ? null
            : ConnectorVerdict.Forbidden("AppMissing", "The token does not say that it was given to this app.");
    }

    private static bool IsOfAnotherApp(ClaimedToken token, string claim, string appId) => token.Has(claim) && token.Claim(claim) != appId;

    private bool IsAlive(ClaimedToken token)
    {
        var now = time.GetUtcNow();
        return token.Expires is { } expires && now < DateTimeOffset.FromUnixTimeSeconds(expires) + Skew
            && (token.NotBefore is not { } notBefore || now + Skew >= DateTimeOffset.FromUnixTimeSeconds(notBefore));
    }

    // Audience and lifetime are judged by us, letter by letter and by our clock; issuer and algorithm twice.
    private async Task<bool> IsSignedAsync(ClaimedToken token, string issuer, SigningKey key)
    {
        var result = await handler.ValidateTokenAsync(token.Text, new TokenValidationParameters
        {
            IssuerSigningKey = key.Key,
            ValidAlgorithms = Algorithms,
            ValidIssuer = issuer,
            ValidateAudience = false,
            ValidateLifetime = false,
            TryAllIssuerSigningKeys = false,
        });
        return result.IsValid;
    }
}
