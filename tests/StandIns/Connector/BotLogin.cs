using StandIns.Serving;

namespace StandIns.Connector;

/// <summary>The token endpoint for the bot's own tokens, and what it has issued.</summary>
public sealed class BotLogin(TimeProvider time)
{
    private readonly Dictionary<string, DateTimeOffset> issued = [];

    public string AppId { get; set; } = "1c2d3e4f-0000-4000-8000-0123456789ab";

    public string Password { get; set; } = "password-of-the-stand-in";

    /// <summary>The only tenant that is served; null for any.</summary>
    public string? Tenant { get; set; }

    public string Scope { get; set; } = "https://api.botframework.com/.default";

    /// <summary>How long a token that is issued from now on lasts.</summary>
    public TimeSpan Life { get; set; } = TimeSpan.FromSeconds(3599);

    /// <summary>All tokens are refused from now on.</summary>
    public void Revoke()
    {
        lock (issued) issued.Clear();
    }

    internal bool Knows(string? token)
    {
        lock (issued) return token is not null && issued.TryGetValue(token, out var end) && end > time.GetUtcNow();
    }

    internal Verdict Answer(string tenant, Incoming request)
    {
        if (!request.IsForm) return Refused(400, "invalid_request", "AADSTS900144: The request body must contain the following parameter: 'grant_type'.");
        var form = request.Form();
        if (form.GetValueOrDefault("grant_type") != "client_credentials") return Refused(400, "unsupported_grant_type", "AADSTS70003: The app requested an unsupported grant type.");
        if (Tenant is not null && tenant != Tenant) return Refused(400, "invalid_request", $"AADSTS90002: Tenant '{tenant}' not found.");
        if (form.GetValueOrDefault("client_id") != AppId) return Refused(400, "unauthorized_client", "AADSTS700016: Application was not found in the directory.");
        if (form.GetValueOrDefault("client_secret") != Password) return Refused(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
        if (form.GetValueOrDefault("scope") != Scope) return Refused(400, "invalid_scope", "AADSTS70011: The provided value for the input parameter 'scope' is not valid.");
        lock (issued)
        {
            var token = $"bot-token-{issued.Count + 1:D4}";
            issued[token] = time.GetUtcNow() + Life;
            var seconds = (long)Life.TotalSeconds;
            return new Verdict(Serving.Answer.Json(200, new { token_type = "Bearer", expires_in = seconds, ext_expires_in = seconds, access_token = token }), true);
        }

        static Answer Refused(int status, string error, string description) => Serving.Answer.Json(status, new { error, error_description = description });
    }
}
