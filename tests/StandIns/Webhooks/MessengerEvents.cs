using System.Globalization;
using System.Text.Json.Nodes;

namespace StandIns.Webhooks;

/// <summary>The items of Messenger's webhooks: what one person did on one page.</summary>
public sealed class MessengerEvents(string pageId, string appId, TimeProvider time)
{
    private int made;

    /// <summary>A citizen's id on the page: decimal, and above what a double can hold.</summary>
    public static string User(int number = 1) => (6543210987654321098L + number).ToString(CultureInfo.InvariantCulture);

    public JsonObject Text(string psid, string text, string? mid = null) => Message(psid, new() { ["text"] = text }, mid);

    public JsonObject QuickReply(string psid, string title, string payload, string? mid = null) =>
        Message(psid, new() { ["text"] = title, ["quick_reply"] = new JsonObject { ["payload"] = payload } }, mid);

    public JsonObject ReplyTo(string psid, string text, string mid) => Message(psid, new() { ["text"] = text, ["reply_to"] = new JsonObject { ["mid"] = mid } }, null);

    /// <summary>Of type image, audio, video, file, sticker, fallback, reel, ig_reel, post, template, location, or one that nobody knows.</summary>
    public JsonObject Attachment(string psid, string type, string? text = null)
    {
        JsonObject payload = type switch
        {
            "location" => new() { ["coordinates"] = new JsonObject { ["lat"] = 21.853708, ["long"] = 106.761519 } },
            "sticker" => new() { ["url"] = "https://f.example/s.png", ["sticker_id"] = 369239263222822 },
            "fallback" => new() { ["url"] = "https://vi.example/tin", ["title"] = "Một tin" },
            "template" => new() { ["template_type"] = "generic", ["elements"] = new JsonArray() },
            _ => new() { ["url"] = "https://f.example/a" },
        };
        var message = new JsonObject { ["attachments"] = new JsonArray(new JsonObject { ["type"] = type, ["payload"] = payload }) };
        if (text is not null) message["text"] = text;
        return Message(psid, message, null);
    }

    public JsonObject Deleted(string psid, string mid) => Message(psid, new() { ["is_deleted"] = true }, mid);

    public JsonObject Postback(string psid, string title, string payload, string? mid = null) =>
        Item(psid, "postback", new() { ["mid"] = mid ?? NextId(), ["title"] = title, ["payload"] = payload });

    /// <summary>"Get Started", from an m.me link with a reference.</summary>
    public JsonObject GetStarted(string psid, string payload, string reference)
    {
        var item = Postback(psid, "Bắt đầu", payload);
        item["postback"]!["referral"] = new JsonObject { ["ref"] = reference, ["source"] = "SHORTLINK", ["type"] = "OPEN_THREAD" };
        return item;
    }

    /// <summary>An m.me link in a thread that exists.</summary>
    public JsonObject Referral(string psid, string reference) => Item(psid, "referral", new() { ["ref"] = reference, ["source"] = "SHORTLINK", ["type"] = "OPEN_THREAD" });

    public JsonObject Delivery(string psid, params string[] mids) => Item(psid, "delivery", new() { ["mids"] = new JsonArray([.. mids.Select(m => JsonValue.Create(m))]), ["watermark"] = Now() });

    public JsonObject Read(string psid) => Item(psid, "read", new() { ["watermark"] = Now() });

    public JsonObject Reaction(string psid, string mid) => Item(psid, "reaction", new() { ["mid"] = mid, ["action"] = "react", ["emoji"] = "❤", ["reaction"] = "love" });

    /// <summary>What the page itself said: by our app, by another one, or (null) by a person in the inbox.</summary>
    public JsonObject Echo(string psid, string text, string? byApp, string? mid = null, string? metadata = null)
    {
        var item = Message(psid, new() { ["text"] = text, ["is_echo"] = true }, mid);
        (item["sender"], item["recipient"]) = (new JsonObject { ["id"] = pageId }, new JsonObject { ["id"] = psid });
        if (byApp is not null) item["message"]!["app_id"] = long.Parse(byApp, CultureInfo.InvariantCulture);
        if (metadata is not null) item["message"]!["metadata"] = metadata;
        return item;
    }

    public JsonObject OwnEcho(string psid, string text, string? mid = null) => Echo(psid, text, appId, mid);

    /// <summary>An item of a kind that nobody knows.</summary>
    public JsonObject Unknown(string psid) => Item(psid, "hologram", new() { ["what"] = 1 });

    private JsonObject Message(string psid, JsonObject message, string? mid)
    {
        message["mid"] = mid ?? NextId();
        return Item(psid, "message", message);
    }

    private JsonObject Item(string psid, string kind, JsonObject content) => new()
    {
        ["sender"] = new JsonObject { ["id"] = psid },
        ["recipient"] = new JsonObject { ["id"] = pageId },
        ["timestamp"] = Now(),
        [kind] = content,
    };

    private string NextId() => $"m_Kx{Interlocked.Increment(ref made):D12}";

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
