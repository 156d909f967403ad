using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using StandIns.Serving;

namespace StandIns.Graph;

/// <summary>Facebook's Graph API as far as a Messenger bot calls it: the Send API and the profile of one page.</summary>
public sealed class GraphStandIn : StandIn
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);
    private static readonly TimeSpan HumanWindow = TimeSpan.FromDays(7);

    private readonly Dictionary<string, GraphUser> users = [];
    private readonly GraphProfile profile = new();
    private bool tokenIsDead;
    private int sent;

    public GraphStandIn(TimeProvider? time = null) : base(time, GraphError.Find(613)!.Answer())
    {
    }

    public string PageId { get; init; } = "109876543210987654";

    public string PageToken { get; set; } = "EAAG-page-token-of-the-stand-in";

    /// <summary>The app's secret; null for an app that demands no proof.</summary>
    public string? AppSecret { get; init; } = "app-secret-of-the-stand-in";

    /// <summary>The versions that are served.</summary>
    public IReadOnlyList<string> Versions { get; init; } = ["v26.0", "v25.0", "v24.0"];

    /// <summary>Are citizens who never did anything outside of the window?</summary>
    public bool WindowsStartClosed { get; set; }

    /// <summary>What has been set in the profile, field by field.</summary>
    public IReadOnlyDictionary<string, JsonElement> Profile => Locked(() => new Dictionary<string, JsonElement>(profile.Fields));

    public static async Task<GraphStandIn> StartedAsync(TimeProvider? time = null, int port = 0)
    {
        var standIn = new GraphStandIn(time);
        await standIn.StartAsync(port);
        return standIn;
    }

    /// <summary>The citizen wrote or tapped: the window is open, and no refusal stands any more.</summary>
    public void Acted(string psid, DateTimeOffset? at = null) => Locked(() => (User(psid).LastAction, User(psid).Refusal) = (at ?? Time.GetUtcNow(), null));

    /// <summary>The window has closed for the citizen (10/2018278).</summary>
    public void CloseWindow(string psid) => Locked(() => User(psid).LastAction = DateTimeOffset.MinValue);

    /// <summary>The citizen has blocked the page (551).</summary>
    public void Block(string psid) => Locked(() => User(psid).Refusal = GraphError.Find(551));

    /// <summary>The citizen has opted out of messages (200/1545041).</summary>
    public void OptOut(string psid) => Locked(() => User(psid).Refusal = GraphError.Find(1545041));

    /// <summary>The page's token is refused from now on (190/463), until it is replaced.</summary>
    public void KillToken() => Locked(() => { tokenIsDead = true; });

    /// <summary>A human has connected the page again.</summary>
    public void Reconnect(string token) => Locked(() => (PageToken, tokenIsDead) = (token, false));

    public override Answer? Error(int code) => GraphError.Find(code)?.Answer();

    protected override Verdict Decide(Incoming request)
    {
        var parts = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is not [var version, var node, "messages" or "messenger_profile"] || !Versions.Contains(version))
            return new GraphError(2500, null, $"Unknown path components: {request.Path}", 404).Answer();
        if (TokenFault(request) is { } refused) return refused.Answer();
        if (node != "me" && node != PageId) return new GraphError(100, 33, $"Unsupported post request. Object with ID '{node}' does not exist", 400, "GraphMethodException").Answer();
        return (request.Method, parts[2]) switch
        {
            ("POST", "messages") => Send(request),
            ("GET", "messenger_profile") => Read(request),
            ("POST", "messenger_profile") => Change(request, profile.Set),
            ("DELETE", "messenger_profile") => Change(request, profile.Delete),
            _ => GraphError.Invalid($"Unsupported {request.Method.ToLowerInvariant()} request").Answer(),
        };
    }

    private GraphError? TokenFault(Incoming request)
    {
        var token = request.Query["access_token"].ToString() is { Length: > 0 } written ? written : request.Bearer;
        if (token is null) return new GraphError(104, null, "An access token is required to request this resource.");
        if (tokenIsDead) return GraphError.Find(463);
        if (token != PageToken) return new GraphError(190, null, "Invalid OAuth access token - Cannot parse access token");
        if (AppSecret is null) return null;
        var proof = request.Query["appsecret_proof"].ToString();
        if (proof.Length == 0) return new GraphError(100, null, "API calls from the server require an appsecret_proof argument", 400, "GraphMethodException");
        return proof == Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(AppSecret), Encoding.UTF8.GetBytes(token)))
            ? null : new GraphError(100, null, "Invalid appsecret_proof provided in the API argument", 400, "GraphMethodException");
    }

    private Verdict Send(Incoming request)
    {
        if (!request.IsJson || request.Object() is not { } body) return GraphError.Invalid("The body is no JSON object").Answer();
        if (GraphMessageRules.Fault(body) is { } why) return GraphError.Invalid(why).Answer();
        var to = body.GetProperty("recipient").GetProperty("id").GetString()!;
        var user = User(to);
        if (user.Refusal is { } refusal) return refusal.Answer();
        var age = user.LastAction is { } last ? Time.GetUtcNow() - last : WindowsStartClosed ? TimeSpan.MaxValue : TimeSpan.Zero;
        var limit = body.Text("messaging_type") switch { "UTILITY" => TimeSpan.MaxValue, "MESSAGE_TAG" => HumanWindow, _ => Window };
        if (age > limit) return GraphError.Find(2018278)!.Answer();
        if (body.Object("message") is not { } message) return new Verdict(Answer.Json(200, new { recipient_id = to }), true);
        var id = $"m_{++sent:D10}";
        return new Verdict(Answer.Json(200, new { recipient_id = to, message_id = id }), true, new TakenMessage(to, id, TextOf(message), body));
    }

    // What the citizen reads: a button template has its text inside.
    private static string? TextOf(JsonElement message) => message.Text("text")
        ?? message.Object("template")?.Objects("components")?.SelectMany(c => c.Objects("parameters") ?? []).Select(p => p.Text("text")).Aggregate((string?)null, (all, one) => all is null ? one : all + " | " + one)
        ?? message.Object("attachment")?.Object("payload")?.Text("text");

    private Verdict Read(Incoming request)
    {
        var wanted = request.Query["fields"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (wanted.Length == 0) return GraphError.Invalid("The parameter fields is required").Answer();
        var found = wanted.Where(profile.Fields.ContainsKey).ToDictionary(name => name, name => profile.Fields[name]);
        return new Verdict(Answer.Json(200, new { data = found.Count == 0 ? Array.Empty<object>() : [found] }), true);
    }

    private static Verdict Change(Incoming request, Func<JsonElement, GraphError?> change)
    {
        if (!request.IsJson || request.Object() is not { } body) return GraphError.Invalid("The body is no JSON object").Answer();
        return change(body) is { } error ? error.Answer() : new Verdict(Answer.Json(200, new { result = "success" }), true);
    }

    private GraphUser User(string psid) => users.TryGetValue(psid, out var known) ? known : users[psid] = new GraphUser();
}
