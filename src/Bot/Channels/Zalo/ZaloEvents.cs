using System.Text.Json;
using Bot.Channels.Webhooks;
using Bot.Protocol;
using Bot.Storage.Activities;
using Bot.Turns;

namespace Bot.Channels.Zalo;

/// <summary>Reads the OA's events.</summary>
internal sealed class ZaloEvents(ZaloOptions options, ILogger logger)
{
    private const string FromOa = "oa_send_";
    private const string FromUser = "user_send_";

    public List<Arrival> Read(JsonElement root)
    {
        JsonElement? happened = root;
        if (happened.Text("event_name") is not { } name || happened.Moment("timestamp") is not { } at) return [];
        var arrival = name switch
        {
            _ when name.StartsWith(FromUser, StringComparison.Ordinal) => Sent(happened, name[FromUser.Length..], at),
            _ when name.StartsWith(FromOa, StringComparison.Ordinal) => Answered(happened, at),
            "follow" => Opened(happened, name, happened.Get("follower").Id("id"), at),
            "user_click_chatnow" => Opened(happened, name, happened.Id("user_id") ?? happened.Get("sender").Id("id"), at),
            "unfollow" when happened.Get("follower").Id("id") is { } user => Arrived(happened, user, Key(name, user, at), at, Activities.Noted(name)) with { IsHeard = false },
            // Receipts, reactions, tags, quotas; user_submit_info, which we never ask for and do not want to keep.
            _ => null,
        };
        if (arrival is null) return [];
        if (options.OaId is { } ours && arrival.Account != ours)
        {
            logger.LogWarning("Zalo brought an event of an OA that is not Channels:Zalo:OaId");
            return [];
        }
        return [arrival];
    }

    private static Arrival? Sent(JsonElement? happened, string kind, DateTimeOffset at)
    {
        var message = happened.Get("message");
        return happened.Get("sender").Id("id") is { } user && message.Id("msg_id") is { } id ? Arrived(happened, user, id, at, Message(message, kind)) : null;
    }

    private static Activity Message(JsonElement? message, string kind)
    {
        var text = message.Text("text");
        if (kind == "text") return Activities.Said(ZaloJson.Unprefixed(text ?? ""));
        JsonElement? attachment = message.Items("attachments").Select(a => (JsonElement?)a).FirstOrDefault();
        // A link may be one that says which dossier is meant.
        if (kind == "link" && attachment.Get("payload").Text("url") is { } url) return Activities.Said(text is null ? url : text + "\n" + url);
        if (!string.IsNullOrWhiteSpace(text)) return Activities.Said(text);
        return Activities.Attached(kind == "gif" ? "image" : kind);
    }

    private static Arrival? Opened(JsonElement? happened, string name, string? user, DateTimeOffset at) =>
        user is null ? null : Arrived(happened, user, Key(name, user, at), at, Activities.Joined(user));

    // Our own messages come back, too; that a person wrote one can be seen, if at all, by his id. Never is it taken for what a citizen says.
    private Arrival? Answered(JsonElement? happened, DateTimeOffset at)
    {
        if (happened.Id("admin_id") is null && happened.Get("sender").Id("admin_id") is null) return null;
        logger.LogInformation("Zalo names who wrote for the OA (admin_id): Channels:Zalo:PauseMinutes can be used");
        if (options.Pause == TimeSpan.Zero || happened.Get("recipient").Id("id") is not { } user || happened.Get("message").Id("msg_id") is not { } id) return null;
        return new Arrival(happened.Get("sender").Id("id") ?? "", new Citizen(ZaloChannel.ChannelName, user), "oa " + id, at, Activities.StaffSpoke(at + options.Pause)) { IsHeard = false };
    }

    private static Arrival Arrived(JsonElement? happened, string user, string id, DateTimeOffset at, Activity activity) =>
        new(happened.Get("recipient").Id("id") ?? happened.Id("oa_id") ?? "", new Citizen(ZaloChannel.ChannelName, user), id, at, activity);

    // Events without an id of their own are known by who did what when.
    private static string Key(string name, string user, DateTimeOffset at) => $"{name} {user} {at.ToUnixTimeMilliseconds()}";
}
