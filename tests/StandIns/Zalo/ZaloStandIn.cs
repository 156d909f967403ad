using StandIns.Serving;

namespace StandIns.Zalo;

/// <summary>Zalo's OpenAPI and OAuth in one server: strict about every message, and forgetting no token.</summary>
public sealed class ZaloStandIn : StandIn
{
    public const string SendPath = "/v3.0/oa/message/cs";
    public const string TemplatePath = "/v3.0/oa/message/template";
    public const string ReactPath = "/v2.0/oa/message";
    public const string TokenPath = "/v4/oa/access_token";

    private static readonly TimeSpan FreeWindow = TimeSpan.FromHours(48);
    private static readonly TimeSpan PaidWindow = TimeSpan.FromDays(7);

    private readonly Dictionary<string, ZaloUser> users = [];
    private int sent;

    public ZaloStandIn(TimeProvider? time = null) : base(time, ZaloError.Answer(-32))
    {
        Tokens = new ZaloTokens(Time);
        Tokens.Issue();
    }

    public string AppId { get; init; } = "4512345678901234567";

    /// <summary>The secret of the app, for the tokens; webhooks are signed with another one.</summary>
    public string AppSecret { get; init; } = "app-secret-of-the-stand-in";

    public ZaloTokens Tokens { get; }

    /// <summary>The templates that have been approved, each with the parameters that it wants.</summary>
    public Dictionary<string, string[]> Templates { get; } = [];

    /// <summary>How many more messages are taken before -211; null for any number.</summary>
    public int? Quota { get; set; }

    /// <summary>Are citizens who have never been <see cref="Interacted"/> outside of the window?</summary>
    public bool WindowsStartClosed { get; set; }

    /// <summary>How many messages went to citizens between 48 hours and 7 days after their last interaction: they cost money.</summary>
    public int Billed { get; private set; }

    public static async Task<ZaloStandIn> StartedAsync(TimeProvider? time = null, int port = 0)
    {
        var standIn = new ZaloStandIn(time);
        await standIn.StartAsync(port);
        return standIn;
    }

    /// <summary>The citizen has blocked the account (-217) or this kind of message (-244).</summary>
    public void Block(string userId, int code = -217) => Locked(() => User(userId).Refusal = code);

    /// <summary>The window has closed for the citizen (-230).</summary>
    public void CloseWindow(string userId) => Locked(() => User(userId).LastInteraction = DateTimeOffset.MinValue);

    /// <summary>The citizen wrote or tapped: the window is open, and no block stands any more.</summary>
    public void Interacted(string userId, DateTimeOffset? at = null) => Locked(() => (User(userId).LastInteraction, User(userId).Refusal) = (at ?? Time.GetUtcNow(), 0));

    public override Answer? Error(int code) => ZaloError.All.ContainsKey(code) ? ZaloError.Answer(code) : null;

    protected override Verdict Decide(Incoming request) => (request.Method, request.Path) switch
    {
        ("POST", SendPath) => Send(request),
        ("POST", TemplatePath) => SendTemplate(request),
        ("POST", TokenPath) => Token(request),
        ("POST", ReactPath) => React(request),
        _ => Answer.Json(404, new { error = -404, message = "Not found" }),
    };

    private Verdict Send(Incoming request)
    {
        if (Tokens.Check(request.Header("access_token")) is not 0 and var refused) return ZaloError.Answer(refused);
        if (!request.IsJson || request.Object() is not { } body) return ZaloError.Answer(-201, "body");
        if (ZaloMessageRules.Fault(body) is var (code, why)) return ZaloError.Answer(code, why);
        var to = body.GetProperty("recipient").GetProperty("user_id").GetString()!;
        var user = User(to);
        if (user.Refusal != 0) return ZaloError.Answer(user.Refusal);
        var age = user.LastInteraction is { } last ? Time.GetUtcNow() - last : WindowsStartClosed ? TimeSpan.MaxValue : TimeSpan.Zero;
        if (age > PaidWindow) return ZaloError.Answer(-230);
        if (Quota is 0) return ZaloError.Answer(-211);
        Quota--;
        if (age > FreeWindow) Billed++;
        var id = $"zm{++sent:D10}";
        var message = body.GetProperty("message");
        return new Verdict(Answer.Json(200, new { error = 0, message = "Success", data = new { message_id = id, user_id = to } }), true, new TakenMessage(to, id, message.Text("text"), body));
    }

    // A template is taken after the window, too; that is what it is for.
    private Verdict SendTemplate(Incoming request)
    {
        if (Tokens.Check(request.Header("access_token")) is not 0 and var refused) return ZaloError.Answer(refused);
        if (!request.IsJson || request.Object() is not { } body || body.Unknown("user_id", "template_id", "template_data") is not null) return ZaloError.Answer(-201, "body");
        if (body.Text("user_id") is not { } to || body.Text("template_id") is not { } template || body.Object("template_data") is not { } data) return ZaloError.Answer(-201, "template_data");
        if (!Templates.TryGetValue(template, out var wanted)) return ZaloError.Answer(-131);
        if (data.Unknown(wanted) is { } unknown) return ZaloError.Answer(-201, unknown);
        if (wanted.FirstOrDefault(name => data.Text(name) is null) is { } missing) return ZaloError.Answer(-201, missing);
        if (User(to).Refusal != 0) return ZaloError.Answer(-139);
        var id = $"zt{++sent:D10}";
        return new Verdict(Answer.Json(200, new { error = 0, message = "Success", data = new { message_id = id } }), true, new TakenMessage(to, id, string.Join(" | ", wanted.Select(name => data.Text(name))), body));
    }

    // All that is left of the old version's messages: a sign that a message was seen.
    private Verdict React(Incoming request)
    {
        if (Tokens.Check(request.Header("access_token")) is not 0 and var refused) return ZaloError.Answer(refused);
        if (request.Object() is not { } body || body.Has("message")) return ZaloError.Answer(-240);
        return body.Unknown("recipient", "sender_action") is null && body.Object("recipient")?.Text("user_id") is not null && body.Object("sender_action") is { } action
            && action.Unknown("react_icon", "react_message_id") is null && action.Text("react_icon") is not null && action.Text("react_message_id") is not null
            ? new Verdict(Answer.Json(200, new { error = 0, message = "Success" }), true) : ZaloError.Answer(-201);
    }

    private Verdict Token(Incoming request)
    {
        var form = request.IsForm ? request.Form() : new Dictionary<string, string>();
        if (request.Header("secret_key") != AppSecret) return Refused(-14004, "Invalid secret key");
        if (form.GetValueOrDefault("app_id") != AppId) return Refused(-14002, "Invalid app id");
        (string Access, string Refresh)? pair;
        switch (form.GetValueOrDefault("grant_type"))
        {
            case "refresh_token":
                pair = Tokens.Spend(form.GetValueOrDefault("refresh_token"));
                if (pair is null) return Refused(-14014, "Invalid refresh token");
                break;
            case "authorization_code":
                pair = Tokens.Redeem(form.GetValueOrDefault("code"), form.GetValueOrDefault("code_verifier"));
                if (pair is null) return Refused(-14010, "Invalid code");
                break;
            default:
                return Refused(-14005, "Invalid grant type");
        }
        var life = ((long)Tokens.Life.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new Verdict(Answer.Json(200, new { access_token = pair.Value.Access, refresh_token = pair.Value.Refresh, expires_in = life }), true);

        // Only that an error is there is documented, with status 200; the numbers are this stand-in's own.
        static Answer Refused(int code, string name) => Answer.Json(200, new { error_name = name, error_reason = name, error_description = name, error = code });
    }

    private ZaloUser User(string id) => users.TryGetValue(id, out var known) ? known : users[id] = new ZaloUser();
}
