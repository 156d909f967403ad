using System.Text;
using System.Text.Json;
using Bot.Recognizers;

namespace Bot.Dossiers.Portal;

/// <summary>What the portal is asked and what stands around its answer: where another vendor's portal differs.</summary>
internal static class PortalEnvelope
{
    public static byte[] Question(DossierCode code) => Encoding.UTF8.GetBytes($$"""{"service":"TraCuuHoSo","MaHoSo":"{{code.Text}}"}""");

    /// <summary>The dossiers in an answer, still as the portal writes them.</summary>
    /// <param name="noneCodes">Error codes that say that there is none.</param>
    public static IReadOnlyList<JsonElement> Answer(byte[] body, string[] noneCodes)
    {
        var answer = Json(body);
        var error = answer.Text("error_code");
        if (noneCodes.Contains(error)) return [];
        if (error is not ("0" or "00")) throw new PortalException($"The portal answered with the error code {Shown(error)}.");
        if (!answer.TryGetProperty("result", out var result)) throw new PortalException("There is no result in the portal's answer.");
        return result.ValueKind switch
        {
            JsonValueKind.Array => [.. result.EnumerateArray()],
            JsonValueKind.Null => [],
            JsonValueKind.String when result.ValueEquals("") => [],
            _ => throw new PortalException("The portal's result is no list."),
        };
    }

    private static string Shown(string? error) =>
        error is { Length: <= 20 } && error.All(letter => letter == '-' || char.IsAsciiLetterOrDigit(letter)) ? error : "?";

    private static JsonElement Json(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(body) is { ValueKind: JsonValueKind.Object } read
                ? read : throw new PortalException("The portal's answer is no JSON object.");
        }
        catch (JsonException error)
        {
            throw new PortalException("The portal's answer is no JSON.", error);
        }
    }
}
