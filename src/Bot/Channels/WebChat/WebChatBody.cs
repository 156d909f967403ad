using System.Text.Json.Serialization;

namespace Bot.Channels.WebChat;

/// <summary>What the page needs to open its conversation.</summary>
public sealed record WebChatBody(string Token, string UserId, string ConversationId, [property: JsonPropertyName("expires_in")] int ExpiresIn);
