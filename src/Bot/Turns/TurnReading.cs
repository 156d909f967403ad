using System.Text.Json;
using Bot.Conversations;
using Bot.Protocol;
using Bot.Storage.Figures;

namespace Bot.Turns;

/// <summary>What an activity means to the conversation.</summary>
public static class TurnReading
{
    /// <summary>The name of the event by which the page says that it is open.</summary>
    public const string Join = "webchat/join";

    /// <summary>The name of the event of a button with which the citizen begins.</summary>
    public const string Start = "start";

    /// <summary>The name of the event that a person of the department has written; its value is until when the bot keeps quiet.</summary>
    public const string StaffSpoke = "handoff";

    /// <summary>The name of the event that a dossier seems to have changed; its value is the dossier's code.</summary>
    public const string DossierChanged = "dossier/changed";

    /// <summary>The name of the event that staff have replied to a question; its value is the question's place in the log.</summary>
    public const string QuestionReplied = "question/replied";

    /// <summary>The turn of an activity; null for what is only logged, such as other events.</summary>
    public static Turn? Read(Activity activity, DateTimeOffset at) => activity switch
    {
        { Type: "message" } when string.IsNullOrWhiteSpace(activity.Text) && Kind(activity) is { } kind => new Attached(at, kind),
        { Type: "message" } => new Said(at, activity.Text ?? ""),
        { Type: "event", Name: Join } => new Joined(at),
        { Type: "conversationUpdate" } when HasJoined(activity) => new Joined(at),
        { Type: "event", Name: Start } => new Joined(at, IsAsked: true),
        // Only a channel's own reading writes it; a client's event of that name would at most silence the bot towards himself.
        { Type: "event", Name: StaffSpoke, Value: { ValueKind: JsonValueKind.String } value } when value.TryGetDateTimeOffset(out var until) => new TakenOver(at, until),
        // Ours, too; from a client it makes the bot look again at what he follows.
        { Type: "event", Name: DossierChanged, Value: { ValueKind: JsonValueKind.String } code } => new DossierChanged(at, code.GetString()!),
        // From a client it makes the bot look whether there is a reply: what it says stands in the store.
        { Type: "event", Name: QuestionReplied, Value: { ValueKind: JsonValueKind.Number } seq } when seq.TryGetInt64(out var question) =>
            new QuestionReplied(at, question),
        _ => null,
    };

    /// <summary>Whose word a turn is; null for what nobody said.</summary>
    public static Speaker? SpeakerOf(Turn? turn) => turn switch
    {
        Said or Attached => Speaker.Citizen,
        TakenOver => Speaker.Staff,
        _ => null,
    };

    private static string? Kind(Activity activity) =>
        activity.Attachments is { ValueKind: JsonValueKind.Array } attached && attached.GetArrayLength() > 0
            ? attached[0] is { ValueKind: JsonValueKind.Object } first && first.TryGetProperty("contentType", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : ""
            : null;

    // Of those who join, one is the bot itself.
    private static bool HasJoined(Activity activity) => activity.MembersAdded is { } added && added.Any(member => member.Id is not null && member.Id != activity.Recipient?.Id);
}
