using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Dossiers.Sources;

/// <summary>How a dossier is written in the store.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Dossier))]
public sealed partial class DossierJson : JsonSerializerContext
{
    public static byte[] Write(Dossier dossier) => JsonSerializer.SerializeToUtf8Bytes(dossier, Default.Dossier);

    public static Dossier Read(byte[] json)
    {
        var read = JsonSerializer.Deserialize(json, Default.Dossier)!;
        // The generated reader sets what is missing to nothing, not to what the record begins with.
        return read with { Supplements = read.Supplements.IsDefault ? [] : read.Supplements, Fees = read.Fees.IsDefault ? [] : read.Fees };
    }
}
