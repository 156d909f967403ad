using System.Text.Json.Serialization;

namespace Bot.Channels.DirectLine.Bodies;

/// <summary>A token for a conversation, and for how many seconds.</summary>
public sealed record TokenBody(string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn);
