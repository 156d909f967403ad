using System.Text.Json;
using Bot.Conversations;
using Bot.Protocol;

namespace Bot.Turns;

/// <summary>What an activity means to the conversation.</summary>
public static class TurnReading
{
    /// <summary>The turn of an activity; null for what is only logged, such as other events.</summary>
    public static Turn? Read(Activity activity, DateTimeOffset at) => activity switch
    {
        { Type: "message" } when string.IsNullOrWhiteSpace(activity.Text) && HasAttachments(activity) => new Attached(at),
        { Type: "message" } => new Said(at, activity.Text ?? ""),
        { Type: "event", Name: "webchat/join" } => new Joined(at),
        _ => null,
    };

    private static bool HasAttachments(Activity activity) => activity.Attachments is { ValueKind: JsonValueKind.Array } attached && attached.GetArrayLength() > 0;
}
