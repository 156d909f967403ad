using System.Text.Json.Serialization;

namespace Bot.Dossiers.Sources;

/// <summary>How the invented dossiers are written in sample-dossiers.json.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SampleDossier[]))]
internal sealed partial class SampleJson : JsonSerializerContext;
