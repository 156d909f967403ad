using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace StandIns.Serving;

/// <summary>One request as it came over the wire.</summary>
public sealed record Incoming(string Method, string RawPath, string Path, IQueryCollection Query, IHeaderDictionary Headers, byte[] Body)
{
    public bool IsJson => MediaType == "application/json";

    public bool IsForm => MediaType == "application/x-www-form-urlencoded";

    private string? MediaType => Headers.ContentType.ToString().Split(';')[0].Trim() is { Length: > 0 } type ? type : null;

    public string? Bearer => Headers.Authorization.ToString() is var value && value.StartsWith("Bearer ", StringComparison.Ordinal) ? value[7..] : null;

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The body as a JSON object; null when it is none.</summary>
    public JsonElement? Object()
    {
        try
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public IReadOnlyDictionary<string, string> Form() => Text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
        .GroupBy(pair => Decode(pair[0])).ToDictionary(g => g.Key, g => Decode(g.Last().ElementAtOrDefault(1) ?? ""));

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
