using System.Text.Json;
using Bot.Channels.Webhooks;
using Bot.Protocol;
using Bot.Storage.Activities;
using Bot.Turns;

namespace Bot.Channels.Messenger;

/// <summary>Reads the platform's events: what citizens write, press and send, and what people of the department write in the page's inbox.</summary>
internal sealed class MessengerEvents(MessengerOptions options, ILogger logger)
{
    /// <summary>What the button says with which a citizen begins.</summary>
    public const string GetStarted = "GET_STARTED";

    public List<Arrival> Read(JsonElement root)
    {
        var arrivals = new List<Arrival>();
        if (((JsonElement?)root).Text("object") != "page") return arrivals;
        foreach (JsonElement? entry in ((JsonElement?)root).Items("entry"))
        {
            // Feed changes and what another app answers (standby) are none of our business.
            foreach (var messaging in entry.Items("messaging"))
            {
                if (Read(messaging, entry.Moment("time")) is { } arrival) arrivals.Add(arrival);
            }
        }
        return arrivals;
    }

    private Arrival? Read(JsonElement? happened, DateTimeOffset? entryTime)
    {
        var message = happened.Get("message");
        var isEcho = message.Get("is_echo") is { ValueKind: JsonValueKind.True };
        var (citizen, page) = isEcho ? (happened.Get("recipient"), happened.Get("sender")) : (happened.Get("sender"), happened.Get("recipient"));
        if (citizen.Id("id") is not { } user || page.Id("id") is not { } account || (happened.Moment("timestamp") ?? entryTime) is not { } at) return null;
        if (options.PageId is { } ours && account != ours)
        {
            logger.LogWarning("Messenger brought an event of a page that is not Channels:Messenger:PageId");
            return null;
        }
        if (isEcho) return Echo(message, account, user, at);
        if (message is not null) return Message(message) is { } written && message.Id("mid") is { } id ? Arrived(account, user, id, at, written) : null;
        if (happened.Get("postback") is { } postback) return Postback(postback, account, user, at);
        // The citizen has opened the conversation by a link to it.
        if (happened.Get("referral") is not null) return Arrived(account, user, Key("referral", at), at, Activities.Joined(user));
        // Deliveries, reads, reactions and whatever the platform may invent.
        return null;
    }

    private static Activity? Message(JsonElement? message)
    {
        if (message.Get("is_deleted") is { ValueKind: JsonValueKind.True }) return null;
        if (message.Get("quick_reply").Text("payload") is { Length: > 0 } pressed) return Activities.Said(pressed);
        if (message.Text("text") is { Length: > 0 } text) return Activities.Said(text);
        foreach (JsonElement? attachment in message.Items("attachments"))
        {
            var payload = attachment.Get("payload");
            // A link that the app has turned into a preview.
            if (attachment.Text("type") == "fallback" && (payload.Text("url") ?? attachment.Text("url")) is { } url) return Activities.Said(url);
            return Activities.Attached(payload.Get("sticker_id") is null ? attachment.Text("type") ?? "" : "sticker");
        }
        return Activities.Said("");
    }

    private static Arrival Postback(JsonElement? postback, string account, string user, DateTimeOffset at)
    {
        var words = postback.Text("payload") ?? postback.Text("title") ?? "";
        return Arrived(account, user, postback.Id("mid") ?? Key("postback " + words, at), at, words == GetStarted ? Activities.Started() : Activities.Said(words));
    }

    // Our own messages come back, too: with what they carried and our app's id. Whether a utility template may carry anything is not documented; no
    // person sends templates.
    private Arrival? Echo(JsonElement? message, string account, string user, DateTimeOffset at)
    {
        var isOurs = message.Text("metadata") == MessengerJson.Metadata
            || (options.AppId is { } app ? message.Id("app_id") == app : message.Items("attachments").Any(attached => ((JsonElement?)attached).Text("type") == "template"));
        if (isOurs || options.Pause == TimeSpan.Zero || message.Id("mid") is not { } id) return null;
        return Arrived(account, user, "echo " + id, at, Activities.StaffSpoke(at + options.Pause)) with { IsHeard = false };
    }

    private static Arrival Arrived(string account, string user, string id, DateTimeOffset at, Activity activity) =>
        new(account, new Citizen(MessengerChannel.ChannelName, user), id, at, activity);

    private static string Key(string what, DateTimeOffset at) => what + " " + at.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
}
