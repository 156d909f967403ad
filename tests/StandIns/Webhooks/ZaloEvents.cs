using System.Globalization;
using System.Text.Json.Nodes;

namespace StandIns.Webhooks;

/// <summary>The bodies of Zalo's events, in the shapes that the documents and working clients agree on.</summary>
public sealed class ZaloEvents(string appId, string oaId, TimeProvider time)
{
    private int made;

    /// <summary>A citizen's id: decimal, and above what a double can hold.</summary>
    public static string User(int number = 1) => (7234567890123456789L + number).ToString(CultureInfo.InvariantCulture);

    public JsonObject Text(string userId, string text, string? msgId = null, string? quoted = null)
    {
        var message = new JsonObject { ["text"] = text };
        if (quoted is not null) message["quote_msg_id"] = quoted;
        return FromUser("user_send_text", userId, message, msgId);
    }

    /// <summary>A tap on an oa.query button or on the menu: it comes as the text of the payload.</summary>
    public JsonObject Tap(string userId, string payload, string? msgId = null) => Text(userId, payload, msgId);

    public JsonObject Image(string userId, string? text = null) => Attached("image", userId, new() { ["url"] = "https://f.example/a.jpg", ["thumbnail"] = "https://f.example/t.jpg" }, text);

    public JsonObject Gif(string userId) => Attached("gif", userId, new() { ["url"] = "https://f.example/a.gif", ["thumbnail"] = "https://f.example/t.jpg" });

    public JsonObject File(string userId) =>
        Attached("file", userId, new() { ["url"] = "https://f.example/don.pdf", ["name"] = "Đơn đề nghị.pdf", ["size"] = "34567", ["type"] = "pdf", ["checksum"] = "0f343b0931126a20f133d67c2b018a3b" });

    public JsonObject Audio(string userId) => Attached("audio", userId, new() { ["url"] = "https://f.example/a.m4a" });

    public JsonObject Video(string userId) => Attached("video", userId, new() { ["url"] = "https://f.example/a.mp4", ["thumbnail"] = "https://f.example/t.jpg" });

    public JsonObject Location(string userId) => Attached("location", userId, new() { ["coordinates"] = new JsonObject { ["latitude"] = "21.853708", ["longitude"] = "106.761519" } });

    public JsonObject Sticker(string userId) => Attached("sticker", userId, new() { ["id"] = "d3f1a2b4", ["url"] = "https://f.example/s.png" });

    public JsonObject Link(string userId) =>
        Attached("link", userId, new() { ["url"] = "https://vi.example/tin", ["title"] = "Một tin", ["description"] = "Về một việc", ["thumbnail"] = "https://f.example/t.jpg" });

    public JsonObject BusinessCard(string userId) =>
        Attached("link", userId, new() { ["url"] = "https://zalo.example/c", ["title"] = "Danh thiếp", ["description"] = "{\"phone\":\"84912345678\"}" }, name: "user_send_business_card");

    /// <summary>A message with an attachment of a type that nobody has documented.</summary>
    public JsonObject Unknown(string userId) => Attached("hologram", userId, new() { ["what"] = new JsonArray(1, 2) });

    public JsonObject Follow(string userId) => Flat("follow", userId, new() { ["follower"] = new JsonObject { ["id"] = userId }, ["source"] = "oa_profile" });

    public JsonObject Unfollow(string userId) => Flat("unfollow", userId, new() { ["follower"] = new JsonObject { ["id"] = userId }, ["source"] = "oa_profile" });

    public JsonObject ClickChatNow(string userId) => Flat("user_click_chatnow", userId, new() { ["user_id"] = userId });

    public JsonObject Seen(string userId, params string[] msgIds) => FromOa("user_seen_message", userId, new() { ["msg_ids"] = new JsonArray([.. msgIds.Select(id => JsonValue.Create(id))]) });

    public JsonObject Received(string userId, string msgId) => FromOa("user_received_message", userId, new() { ["msg_id"] = msgId, ["delivery_time"] = Now() });

    /// <summary>What the account itself said, as when an officer wrote in the manager's page; kind is the part after "oa_send_".</summary>
    public JsonObject OaSent(string userId, string text, string kind = "text", string? adminId = null)
    {
        var body = FromOa("oa_send_" + kind, userId, new() { ["text"] = text, ["msg_id"] = NextId() });
        if (adminId is not null) body["sender"]!["admin_id"] = adminId;
        return body;
    }

    public JsonObject SubmitInfo(string userId) => FromUser("user_submit_info", userId, null, null, new()
    {
        ["info"] = new JsonObject { ["name"] = "Nguyễn Văn A", ["phone"] = "84912345678", ["full_address"] = new JsonObject { ["user_city"] = "Lạng Sơn", ["user_ward"] = "Đông Kinh", ["user_address"] = "1 Hùng Vương" } },
    });

    public JsonObject Reacted(string userId, string msgId) => FromUser("user_reacted_message", userId, new() { ["react_icon"] = "/-heart" }, msgId);

    public JsonObject Anonymous(string text) => FromUser("anonymous_send_text", "anonymous-1", new() { ["text"] = text }, null, new() { ["anonymous_id"] = "anonymous-1", ["conversation_id"] = "conversation-1" });

    /// <summary>An event of which only the name is known, or none.</summary>
    public JsonObject Named(string name, string userId) => Flat(name, userId, []);

    private JsonObject Attached(string type, string userId, JsonObject payload, string? text = null, string? name = null)
    {
        var message = new JsonObject { ["attachments"] = new JsonArray(new JsonObject { ["type"] = type, ["payload"] = payload }) };
        if (text is not null) message["text"] = text;
        return FromUser(name ?? "user_send_" + type, userId, message, null);
    }

    private JsonObject FromUser(string name, string userId, JsonObject? message, string? msgId, JsonObject? more = null)
    {
        if (message is not null) message["msg_id"] = msgId ?? NextId();
        var body = Envelope(name, userId);
        (body["sender"], body["recipient"]) = (new JsonObject { ["id"] = userId }, new JsonObject { ["id"] = oaId });
        if (message is not null) body["message"] = message;
        return Merged(body, more);
    }

    private JsonObject FromOa(string name, string userId, JsonObject message)
    {
        var body = Envelope(name, userId);
        (body["sender"], body["recipient"], body["message"]) = (new JsonObject { ["id"] = oaId }, new JsonObject { ["id"] = userId }, message);
        return body;
    }

    private JsonObject Flat(string name, string userId, JsonObject more)
    {
        var body = Envelope(name, userId);
        body["oa_id"] = oaId;
        return Merged(body, more);
    }

    // The id "by app" is another number than the user's id on the account.
    private JsonObject Envelope(string name, string userId) => new()
    {
        ["app_id"] = appId,
        ["event_name"] = name,
        ["timestamp"] = Now(),
        ["user_id_by_app"] = "552" + (userId.Length > 3 ? userId[3..] : userId),
    };

    private static JsonObject Merged(JsonObject body, JsonObject? more)
    {
        foreach (var (key, value) in more?.ToList() ?? []) body[key] = value?.DeepClone();
        return body;
    }

    private string NextId() => $"{0x5a1e000000000000L + Interlocked.Increment(ref made):x16}";

    private string Now() => time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
