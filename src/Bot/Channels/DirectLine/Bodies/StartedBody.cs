using System.Text.Json.Serialization;

namespace Bot.Channels.DirectLine.Bodies;

/// <summary>A conversation that was started or taken up again, with the address of its stream.</summary>
public sealed record StartedBody(string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn, string StreamUrl);
