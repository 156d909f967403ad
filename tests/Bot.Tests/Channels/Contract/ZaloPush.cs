using System.Text;
using System.Text.RegularExpressions;
using Bot.Tests.Hosting;
using StandIns.Serving;
using StandIns.Webhooks;
using StandIns.Zalo;

namespace Bot.Tests.Channels.Contract;

/// <summary>Zalo's Official Account.</summary>
internal sealed partial class ZaloPush(ZaloStandIn server, ManualTime time) : PushChannel(server, time)
{
    public const string OaId = "579745863508352884";
    public const string OaSecret = "oa-secret-of-the-stand-in";

    private readonly string firstRefresh = server.Tokens.Refresh;
    private readonly HashSet<string> tokens = [server.Tokens.Access, server.Tokens.Refresh];

    public ZaloStandIn Zalo => server;

    public ZaloWebhook Webhooks { get; } = new(server.AppId, OaId, OaSecret, time);

    public ZaloEvents Events => Webhooks.Events;

    public override string Stored => "zalo";

    public override string Path => "/channels/zalo";

    public override string Sending => ZaloStandIn.SendPath;

    public override IReadOnlyList<(string Key, string Value)> Settings =>
    [
        ("Channels:Zalo:AppId", server.AppId), ("Channels:Zalo:OaSecretKey", OaSecret), ("Channels:Zalo:AppSecret", server.AppSecret),
        ("Channels:Zalo:RefreshToken", firstRefresh), ("Channels:Zalo:ApiUrl", server.Url), ("Channels:Zalo:OAuthUrl", server.Url),
    ];

    // With every token that was ever issued.
    public override IReadOnlyList<string> Secrets
    {
        get
        {
            tokens.UnionWith([server.Tokens.Access, server.Tokens.Refresh]);
            return [OaSecret, server.AppSecret, .. tokens];
        }
    }

    public override TimeSpan Window => TimeSpan.FromHours(48);

    public override int Unreadable => 403;

    public override Fault NotTaken => Fault.Refuse(ZaloError.Answer(-234));

    public override IReadOnlyDictionary<string, string> Kinds { get; } = new Dictionary<string, string>
    {
        ["image"] = "Không xem được tệp.",
        ["gif"] = "Không xem được tệp.",
        ["file"] = "Không xem được tệp.",
        ["video"] = "Không xem được tệp.",
        ["business_card"] = "Không xem được tệp.",
        ["hologram"] = "Không xem được tệp.",
        ["audio"] = "Không nghe được.",
        ["location"] = "Không xem được vị trí.",
        ["sticker"] = "Cảm ơn nhãn dán.",
    };

    public static async Task<ZaloPush> StartAsync(ManualTime time) => new(await ZaloStandIn.StartedAsync(time), time);

    public override string User(int number = 1) => ZaloEvents.User(number);

    public override Webhook Text(string user, string text, string? id = null) => Webhooks.Text(user, text, id);

    public override Webhook OldText(string user, string text, TimeSpan age) => new ZaloWebhook(server.AppId, OaId, OaSecret, new ManualTime(Time.GetUtcNow() - age)).Text(user, text, "old" + age.Ticks);

    public override Webhook NumericIds(string user, string text) => Webhooks.Sign(Events.Text(user, text), new ZaloSigning { NumericIds = true });

    public override Webhook Joined(string user) => Webhooks.Sign(Events.Follow(user));

    public override Webhook Attached(string user, string kind) => Webhooks.Sign(kind switch
    {
        "image" => Events.Image(user),
        "gif" => Events.Gif(user),
        "file" => Events.File(user),
        "video" => Events.Video(user),
        "audio" => Events.Audio(user),
        "location" => Events.Location(user),
        "sticker" => Events.Sticker(user),
        "business_card" => Events.BusinessCard(user),
        _ => Events.Unknown(user),
    });

    public override Webhook Unknown(string user) => Webhooks.Sign(Events.Named("user_sends_hologram", user));

    public override IReadOnlyList<Webhook> AroundUnknown(string user, string before, string after) => [Text(user, before), Unknown(user), Text(user, after)];

    public override Webhook Raw(byte[] body) => Webhooks.SignRaw(body, timestamp: Timestamp().Match(Encoding.Latin1.GetString(body)).Groups[1].Value);

    public override IReadOnlyDictionary<string, Webhook> Forged(string user, string text) =>
        Enum.GetValues<ZaloSignature>().Where(s => s is not (ZaloSignature.Right or ZaloSignature.UpperCase))
            .ToDictionary(s => s.ToString(), s => Webhooks.Sign(Events.Text(user, text), new ZaloSigning { Signature = s }));

    public override IReadOnlyList<(string Title, string Payload)> Buttons(TakenMessage message) =>
        message.Body.GetProperty("message").TryGetProperty("attachment", out var attached)
            ? [.. attached.GetProperty("payload").GetProperty("buttons").EnumerateArray().Select(b => (b.GetProperty("title").GetString()!, b.GetProperty("payload").GetString()!))] : [];

    public override Webhook Press(string user, (string Title, string Payload) button) => Webhooks.Sign(Events.Tap(user, button.Payload));

    public override void Acted(string user) => server.Interacted(user);

    public override void CloseWindow(string user) => server.CloseWindow(user);

    public override void Block(string user) => server.Block(user);

    [GeneratedRegex("""
        "timestamp":"(\d+)"
        """)]
    private static partial Regex Timestamp();
}
