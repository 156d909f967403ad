using System.Text.Json.Serialization;

namespace Bot.Dossiers.Import;

/// <summary>How the mapping file is written; a name in it that is none would be a wish that nobody follows.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(DossierMapping))]
internal sealed partial class MappingJson : JsonSerializerContext;
