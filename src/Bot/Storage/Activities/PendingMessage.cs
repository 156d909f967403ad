using System.Text.Json;
using Bot.Protocol;

namespace Bot.Storage.Activities;

/// <summary>A message of a citizen that no turn has answered yet, with the state of its conversation.</summary>
/// <param name="Sender">The keyed hash of who sent it, for the limits on guessing.</param>
/// <param name="State">What is remembered of the conversation, as it is stored.</param>
/// <param name="Address">Where replies go, as the channel notes it.</param>
/// <param name="ClientId">The sender's own id of the message.</param>
public sealed record PendingMessage(string Conversation, string Channel, string User, long Seq, byte[] Json, byte[]? Sender, string State, string? Address = null, string? ClientId = null)
{
    /// <summary>The message itself; read from its JSON where nobody has it at hand.</summary>
    public Activity Activity { get => field ??= JsonSerializer.Deserialize(Json, ProtocolJson.Wire.Activity)!; init; }

    /// <summary>The message's id on the wire.</summary>
    public string Id => ActivityLog.ActivityId(Conversation, Seq);

    /// <summary>What a reply names as the message that it answers: in the words of whoever reads the reply.</summary>
    public string AnsweredId => Channel == ActivityLog.ReadByClient ? Id : ClientId ?? Id;
}
