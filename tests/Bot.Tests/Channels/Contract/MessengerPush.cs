using Bot.Tests.Hosting;
using StandIns.Graph;
using StandIns.Serving;
using StandIns.Webhooks;

namespace Bot.Tests.Channels.Contract;

/// <summary>A page's Messenger.</summary>
internal sealed class MessengerPush(GraphStandIn server, ManualTime time) : PushChannel(server, time)
{
    public const string AppId = "246813579246813";
    public const string VerifyToken = "verify-token-of-the-bot";

    public GraphStandIn Graph => server;

    public MessengerWebhook Webhooks { get; } = new(server.PageId, server.AppSecret!, time, AppId);

    public MessengerEvents Events => Webhooks.Events;

    public override string Stored => "facebook";

    public override string Path => "/channels/messenger";

    public override string Sending => "/messages";

    public override IReadOnlyList<(string Key, string Value)> Settings =>
    [
        ("Channels:Messenger:VerifyToken", VerifyToken), ("Channels:Messenger:AppSecret", server.AppSecret!), ("Channels:Messenger:PageAccessToken", server.PageToken),
        ("Channels:Messenger:AppId", AppId), ("Channels:Messenger:GraphUrl", server.Url + "/v26.0"),
    ];

    public override IReadOnlyList<string> Secrets => [VerifyToken, server.AppSecret!, server.PageToken];

    public override TimeSpan Window => TimeSpan.FromHours(24);

    public override Fault NotTaken => Fault.Refuse(GraphError.Find(2)!.Answer());

    public override IReadOnlyDictionary<string, string> Kinds { get; } = new Dictionary<string, string>
    {
        ["image"] = "Không xem được tệp.",
        ["file"] = "Không xem được tệp.",
        ["video"] = "Không xem được tệp.",
        ["reel"] = "Không xem được tệp.",
        ["ig_reel"] = "Không xem được tệp.",
        ["post"] = "Không xem được tệp.",
        ["template"] = "Không xem được tệp.",
        ["hologram"] = "Không xem được tệp.",
        ["audio"] = "Không nghe được.",
        ["location"] = "Không xem được vị trí.",
        ["sticker"] = "Cảm ơn nhãn dán.",
    };

    public static async Task<MessengerPush> StartAsync(ManualTime time) => new(await GraphStandIn.StartedAsync(time), time);

    public override string User(int number = 1) => MessengerEvents.User(number);

    public override Webhook Text(string user, string text, string? id = null) => Webhooks.Text(user, text, id);

    public override Webhook OldText(string user, string text, TimeSpan age) => new MessengerWebhook(server.PageId, server.AppSecret!, new ManualTime(Time.GetUtcNow() - age), AppId).Text(user, text, "old" + age.Ticks);

    public override Webhook NumericIds(string user, string text) => Webhooks.SignRaw(WireText.WriteNumericIds(Webhooks.Body([[Events.Text(user, text)]])));

    public override Webhook Joined(string user) => Webhooks.Sign([Events.Referral(user, "tu-trang-web")]);

    public override Webhook Attached(string user, string kind) => Webhooks.Sign([Events.Attachment(user, kind)]);

    public override Webhook Unknown(string user) => Webhooks.Sign([Events.Unknown(user)]);

    public override IReadOnlyList<Webhook> AroundUnknown(string user, string before, string after) => [Webhooks.Sign([Events.Text(user, before), Events.Unknown(user), Events.Text(user, after)])];

    public override Webhook Raw(byte[] body) => Webhooks.SignRaw(body);

    public override IReadOnlyDictionary<string, Webhook> Forged(string user, string text) =>
        Enum.GetValues<MessengerSignature>().Where(s => s != MessengerSignature.Right).ToDictionary(s => s.ToString(), s => Webhooks.Sign([Events.Text(user, text)], s));

    public override IReadOnlyList<(string Title, string Payload)> Buttons(TakenMessage message) =>
        message.Body.GetProperty("message").TryGetProperty("quick_replies", out var replies)
            ? [.. replies.EnumerateArray().Select(b => (b.GetProperty("title").GetString()!, b.GetProperty("payload").GetString()!))] : [];

    public override Webhook Press(string user, (string Title, string Payload) button) => Webhooks.Sign([Events.QuickReply(user, button.Title, button.Payload)]);

    public override void Acted(string user) => server.Acted(user);

    public override void CloseWindow(string user) => server.CloseWindow(user);

    public override void Block(string user) => server.Block(user);
}
