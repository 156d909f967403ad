using System.Globalization;
using System.Text.Json;

namespace Bot.Channels.Webhooks;

/// <summary>Reads the events of webhooks, whatever stands in them: what is missing or of another kind is null.</summary>
internal static class EventJson
{
    public static JsonElement? Get(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;

    public static JsonElement? Get(this JsonElement? element, string name) => element is { } some ? some.Get(name) : null;

    public static string? Text(this JsonElement? element, string name)
    {
        if (element.Get(name) is not { ValueKind: JsonValueKind.String } value) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, escaped: no text that anybody could have written.
            return null;
        }
    }

    /// <summary>An id: a text, or a number to the last digit, since ids are longer than a number can be exact.</summary>
    public static string? Id(this JsonElement? element, string name) => element.Get(name) switch
    {
        { ValueKind: JsonValueKind.Number } number => Bounded(number.GetRawText()),
        { ValueKind: JsonValueKind.String } => Bounded(element.Text(name)),
        _ => null,
    };

    /// <summary>A moment in milliseconds since 1970, as a number or as digits.</summary>
    public static DateTimeOffset? Moment(this JsonElement? element, string name) =>
        long.TryParse(element.Id(name), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds <= 253_402_300_799_999
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;

    public static IEnumerable<JsonElement> Items(this JsonElement? element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();

    private static string? Bounded(string? id) => id is { Length: > 0 and <= 200 } && !id.AsSpan().ContainsAnyInRange('\0', ' ') ? id : null;
}
