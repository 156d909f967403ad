using System.Text.Json;
using Bot.Protocol;
using Bot.Turns;

namespace Bot.Channels.Webhooks;

/// <summary>Makes activities of what webhooks bring.</summary>
internal static class Activities
{
    public static Activity Said(string text) => new() { Type = "message", Text = text };

    /// <summary>Something that is not text. Only what it was is kept: nobody reads it, and it could be anything about anybody.</summary>
    public static Activity Attached(string kind, string? text = null) =>
        new() { Type = "message", Text = text, Attachments = JsonSerializer.SerializeToElement(new[] { new Dictionary<string, string> { ["contentType"] = kind } }) };

    public static Activity Joined(string user) => new() { Type = "conversationUpdate", MembersAdded = [new ChannelAccount(user)] };

    public static Activity Started() => new() { Type = "event", Name = TurnReading.Start };

    public static Activity StaffSpoke(DateTimeOffset until) =>
        new() { Type = "event", Name = TurnReading.StaffSpoke, Value = JsonSerializer.SerializeToElement(until) };

    /// <summary>Something that is only logged.</summary>
    public static Activity Noted(string name) => new() { Type = "event", Name = name };
}
