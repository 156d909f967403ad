using System.Text.Json;

namespace StandIns.Serving;

/// <summary>A message that the service took, and so brings to the citizen.</summary>
public sealed record TakenMessage(string To, string Id, string? Text, JsonElement Body);
