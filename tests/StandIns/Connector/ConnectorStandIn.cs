using System.Text.Json;
using StandIns.Serving;

namespace StandIns.Connector;

/// <summary>The Bot Connector's three services in one server: published keys, the bot's login, and the conversations.</summary>
public sealed class ConnectorStandIn : StandIn
{
    public const string MetadataPath = "/v1/.well-known/openidconfiguration";
    public const string KeysPath = "/v1/.well-known/keys";
    public const string EmulatorMetadataPath = "/common/v2.0/.well-known/openid-configuration";
    public const string EmulatorKeysPath = "/common/discovery/v2.0/keys";
    public const string TokenPath = "/oauth2/v2.0/token";

    private const string Conversations = "/v3/conversations/";

    private int sent;

    /// <param name="time">The clock by which tokens run out.</param>
    /// <param name="endorsements">The channels that the key in use vouches for.</param>
    public ConnectorStandIn(TimeProvider? time = null, IReadOnlyList<string>? endorsements = null) : base(time, ConnectorError.RateLimited(1))
    {
        Keys = new KeyRing("channel-key", endorsements ?? ["msteams", "webchat", "directline", "emulator"]);
        EmulatorKeys = new KeyRing("emulator-key", null);
        Login = new BotLogin(Time);
    }

    public KeyRing Keys { get; }

    public KeyRing EmulatorKeys { get; }

    public BotLogin Login { get; }

    /// <summary>Is a reply taken with status 200 and an empty body, as some connectors answer?</summary>
    public bool AnswersEmpty { get; set; }

    public string MetadataUrl => Url + MetadataPath;

    public string EmulatorMetadataUrl => Url + EmulatorMetadataPath;

    public int MetadataRequests => Calls.To(MetadataPath).Count;

    public int KeyRequests => Calls.To(KeysPath).Count;

    public int TokenRequests => Calls.To(TokenPath).Count;

    /// <summary>Where the bot logs in, for a tenant.</summary>
    public string TokenUrl(string tenant = "botframework.com") => $"{Url}/{tenant}{TokenPath}";

    /// <summary>An address for activities' serviceUrl; the path may be empty, and may end in a slash or not: "", "/", "/_connector", "/amer/v1/".</summary>
    public string ServiceUrl(string path = "/_connector") => Url + path;

    public static async Task<ConnectorStandIn> StartedAsync(TimeProvider? time = null, int port = 0, IReadOnlyList<string>? endorsements = null)
    {
        var standIn = new ConnectorStandIn(time, endorsements);
        await standIn.StartAsync(port);
        return standIn;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Keys.Dispose();
        EmulatorKeys.Dispose();
    }

    public override Answer? Error(int code) => code switch
    {
        401 => ConnectorError.Of(401, "Unauthorized", "Authorization has been denied for this request."),
        403 => ConnectorError.Forbidden,
        404 => ConnectorError.Of(404, "ConversationNotFound", "Conversation not found."),
        413 => ConnectorError.Of(413, "MessageSizeTooBig", "Message size too large."),
        429 => ConnectorError.RateLimited(1),
        500 or 502 or 503 or 504 => ConnectorError.Of(code, "ServiceError", "The service could not answer."),
        _ => null,
    };

    protected override Verdict Decide(Incoming request) => (request.Method, request.Path) switch
    {
        ("GET", MetadataPath) => Read(Metadata("https://api.botframework.com", KeysPath)),
        ("GET", KeysPath) => Read(Keys.Published()),
        ("GET", EmulatorMetadataPath) => Read(Metadata("https://login.microsoftonline.com/{tenantid}/v2.0", EmulatorKeysPath)),
        ("GET", EmulatorKeysPath) => Read(EmulatorKeys.Published()),
        ("POST", var path) when path.EndsWith(TokenPath, StringComparison.Ordinal) && path[1..^TokenPath.Length] is var tenant && !tenant.Contains('/') => Login.Answer(tenant, request),
        ("POST", _) when request.RawPath.Contains(Conversations, StringComparison.Ordinal) => Reply(request),
        _ => Error(404)!,
    };

    private static Verdict Read(object document) => new(Answer.Json(200, document), true);

    private object Metadata(string issuer, string keys) => new
    {
        issuer,
        authorization_endpoint = "https://invalid.botframework.com",
        jwks_uri = Url + keys,
        id_token_signing_alg_values_supported = (string[])["RS256"],
        token_endpoint_auth_methods_supported = (string[])["private_key_jwt"],
    };

    private Verdict Reply(Incoming request)
    {
        // The raw path: an id whose signs were not encoded falls apart here, and a doubled slash shows.
        var start = request.RawPath.LastIndexOf(Conversations, StringComparison.Ordinal);
        var parts = request.RawPath[(start + Conversations.Length)..].Split('/');
        if (request.RawPath.Contains("//", StringComparison.Ordinal) || parts is not ([_, "activities"] or [_, "activities", _]) || parts.Any(p => p.Length == 0)) return Error(404)!;
        if (parts.Any(p => !p.All(c => char.IsAsciiLetterOrDigit(c) || "-._~%".Contains(c)))) return ConnectorError.Of(400, "BadSyntax", "The ids in the address are not encoded.");
        if (!Login.Knows(request.Bearer)) return Error(401)!;
        if (!request.IsJson || request.Object() is not { } activity || activity.Text("type") is null) return ConnectorError.Of(400, "BadSyntax", "The body is no activity.");
        var conversation = Uri.UnescapeDataString(parts[0]);
        var replyTo = parts.Length == 3 ? Uri.UnescapeDataString(parts[2]) : null;
        if (activity.Object("conversation") is { } named && named.Text("id") != conversation) return ConnectorError.Of(400, "BadArgument", "The activity belongs to another conversation.");
        if (replyTo is not null && activity.Text("replyToId") is { } other && other != replyTo) return ConnectorError.Of(400, "BadArgument", "replyToId is not the activity of the address.");
        var id = $"r|{++sent:D7}";
        var message = activity.Text("type") == "message" ? new TakenMessage(conversation, id, activity.Text("text"), activity) : null;
        return new Verdict(AnswersEmpty ? Answer.Empty(200) : Answer.Json(201, new { id }), true, message);
    }
}
