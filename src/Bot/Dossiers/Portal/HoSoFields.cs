using System.Globalization;
using System.Text.Json;

namespace Bot.Dossiers.Portal;

/// <summary>Reads the fields of the national sync services: what is empty is missing, and numbers stand as texts as well.</summary>
internal static class HoSoFields
{
    private static readonly string[] Forms = ["yyyyMMddHHmmss", "yyyyMMdd"];

    public static string? Text(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Number) return value.GetRawText();
        try
        {
            return value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, escaped, as of a text that was cut within a sign.
            return null;
        }
    }

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray() : [];

    /// <summary>A sum in đồng; null where it is not written in plain digits, for "150.000" may be either.</summary>
    public static long? Sum(this JsonElement element, string name)
    {
        if (element.Text(name) is not { } text) return null;
        var style = element.GetProperty(name).ValueKind == JsonValueKind.Number ? NumberStyles.Float : NumberStyles.None;
        if (!decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var sum)) return null;
        return sum is >= 0 and < 1_000_000_000_000 && sum == decimal.Truncate(sum) ? (long)sum : null;
    }

    /// <summary>A moment in Vietnam; false when what stands there is none.</summary>
    public static bool TryMoment(this JsonElement element, string name, out VietnamMoment? moment) => VietnamMoment.TryRead(element.Text(name), Forms, out moment);
}
