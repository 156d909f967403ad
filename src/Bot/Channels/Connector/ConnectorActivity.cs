using System.Text.Json;
using Bot.Channels.Connector.Access;
using Bot.Channels.Webhooks;
using Bot.Protocol;
using Bot.Storage.Activities;
using Bot.Turns;

namespace Bot.Channels.Connector;

/// <summary>Makes of an activity that the connector brought the one that is logged.</summary>
internal static class ConnectorActivity
{
    private const int LongestId = 300;

    /// <summary>What the activity lacks to be answered; null when it lacks nothing.</summary>
    public static string? Fault(Activity? sent) => sent switch
    {
        null => "The call needs an activity.",
        _ when string.IsNullOrWhiteSpace(sent.Type) => "The activity has no type.",
        _ when !IsId(sent.Conversation?.Id) => "conversation.id is missing or too long.",
        _ when !IsId(sent.From?.Id) => "from.id is missing or too long.",
        _ when !IsId(sent.ChannelId) => "channelId is missing or too long.",
        _ when sent.Id is not null && !IsId(sent.Id) => "id is empty or too long.",
        _ => null,
    };

    /// <summary>
    /// What is logged of it: what is answered or needed for the answer, and no name of anybody; null for what does not concern us: typing,
    /// reactions, events, the bot's own coming.
    /// </summary>
    public static Arrival? Read(Activity sent, DateTimeOffset now)
    {
        var from = new ChannelAccount(sent.From!.Id, Role: "user");
        var bot = sent.Recipient is { } recipient ? new ChannelAccount(recipient.Id, recipient.Name) : null;
        var logged = new Activity { Type = sent.Type, ChannelId = sent.ChannelId, From = from, Recipient = bot, Locale = sent.Locale, DeliveryMode = sent.DeliveryMode };
        Activity? activity = sent.Type switch
        {
            "message" => logged with { TextFormat = sent.TextFormat, Text = WithoutMention(sent), Attachments = Kinds(sent.Attachments) },
            "conversationUpdate" when Joined(sent) is { Count: > 0 } joined => logged with { MembersAdded = joined },
            _ => null,
        };
        if (activity is null) return null;
        var address = new ConnectorAddress(sent.ServiceUrl ?? "", sent.ChannelId!, sent.Conversation!.Id!, bot);
        return new Arrival(sent.ChannelId + "\n" + sent.Conversation.Id, new Citizen(ConnectorChannel.ChannelName, from.Id!, address.Write()), sent.Id, now, activity);
    }

    private static bool IsId(string? id) => id is { Length: > 0 and <= LongestId } && !id.Any(char.IsControl);

    // Of a group nobody need be known by name, nor all of its members.
    private static List<ChannelAccount> Joined(Activity sent) =>
        [.. (sent.MembersAdded ?? []).Where(member => member?.Id is { Length: > 0 } id && id != sent.Recipient?.Id).Take(1).Select(member => new ChannelAccount(member.Id))];

    // In a group the bot is spoken to by name; the name is no part of the question.
    private static string? WithoutMention(Activity sent)
    {
        var text = sent.Text;
        if (text is null || sent.Entities is not { ValueKind: JsonValueKind.Array } entities) return text;
        foreach (JsonElement? entity in entities.EnumerateArray())
            if (entity.Text("type") == "mention" && entity.Get("mentioned").Text("id") == sent.Recipient?.Id && entity.Text("text") is { Length: > 0 } mention)
                text = text.Replace(mention, "", StringComparison.Ordinal);
        return text.Trim();
    }

    // Nobody reads what citizens attach, so only its kind is kept. Teams sends the text itself once more as HTML: that is no attachment.
    private static JsonElement? Kinds(JsonElement? attachments)
    {
        if (attachments is not { ValueKind: JsonValueKind.Array } list) return null;
        foreach (JsonElement? attachment in list.EnumerateArray())
            if (attachment.Text("contentType") is { } type && !type.StartsWith("text/", StringComparison.OrdinalIgnoreCase))
                return Webhooks.Activities.Attached(type.Split('/')[0]).Attachments;
        return null;
    }
}
