using System.Text.Json.Serialization;

namespace Bot.Dossiers.Sources;

/// <summary>How a dossier is written in the store.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Dossier))]
internal sealed partial class DossierJson : JsonSerializerContext;
