using System.Text.Json.Serialization;

namespace Bot.Dossiers.Import;

/// <summary>How the mapping file is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DossierMapping))]
internal sealed partial class MappingJson : JsonSerializerContext;
