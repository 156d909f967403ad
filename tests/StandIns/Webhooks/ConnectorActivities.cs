using System.Text.Json.Nodes;

namespace StandIns.Webhooks;

/// <summary>What the Bot Connector posts to the assistant: activities of one channel, with the token that it vouches with.</summary>
public sealed class ConnectorActivities(string serviceUrl, string botId, string channelId = "msteams", TimeProvider? time = null)
{
    private readonly TimeProvider time = time ?? TimeProvider.System;
    private int made;

    public string ServiceUrl => serviceUrl;

    public string ChannelId => channelId;

    public JsonObject Message(string userId, string text, string? id = null, string? conversation = null)
    {
        var activity = Activity("message", userId, id, conversation);
        (activity["text"], activity["textFormat"], activity["locale"]) = (text, "plain", "vi-VN");
        return activity;
    }

    /// <summary>Somebody comes into the conversation; the citizen, when no other is named.</summary>
    public JsonObject Added(string userId, string? added = null)
    {
        var activity = Activity("conversationUpdate", userId, null, null);
        activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = added ?? userId });
        return activity;
    }

    public JsonObject Event(string userId, string name, JsonNode? value = null)
    {
        var activity = Activity("event", userId, null, null);
        (activity["name"], activity["value"]) = (name, value);
        return activity;
    }

    public JsonObject Invoke(string userId, string name, JsonNode? value = null)
    {
        var activity = Event(userId, name, value);
        activity["type"] = "invoke";
        return activity;
    }

    /// <summary>"typing", "messageReaction", "endOfConversation", or one that nobody knows.</summary>
    public JsonObject OfType(string type, string userId) => Activity(type, userId, null, null);

    public JsonObject ExpectingReplies(string userId, string text)
    {
        var activity = Message(userId, text);
        activity["deliveryMode"] = "expectReplies";
        return activity;
    }

    public static Webhook Sign(JsonObject activity, string? token) => SignRaw(WireText.Write(activity), token);

    public static Webhook SignRaw(byte[] body, string? token)
    {
        var headers = new Dictionary<string, string>();
        if (token is not null) headers["Authorization"] = "Bearer " + token;
        return new Webhook(body, headers);
    }

    // Ids with the signs that must be encoded in an address.
    private JsonObject Activity(string type, string userId, string? id, string? conversation) => new()
    {
        ["type"] = type,
        ["id"] = id ?? $"a:{Interlocked.Increment(ref made)}|0000001",
        ["timestamp"] = time.GetUtcNow().ToString("O"),
        ["serviceUrl"] = serviceUrl,
        ["channelId"] = channelId,
        ["from"] = new JsonObject { ["id"] = userId, ["name"] = "Nguyễn Văn A", ["role"] = "user" },
        ["recipient"] = new JsonObject { ["id"] = botId, ["name"] = "Trợ lý", ["role"] = "bot" },
        ["conversation"] = new JsonObject { ["id"] = conversation ?? $"19:{userId}|thread.v2" },
    };
}
