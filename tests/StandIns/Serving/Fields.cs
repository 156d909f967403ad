using System.Text.Json;

namespace StandIns.Serving;

/// <summary>Strict reading of a JSON object's fields.</summary>
internal static class Fields
{
    /// <summary>The first field that is not among those allowed; null when there is none.</summary>
    public static string? Unknown(this JsonElement element, params string[] allowed)
    {
        foreach (var property in element.EnumerateObject())
            if (!allowed.Contains(property.Name, StringComparer.Ordinal))
                return property.Name;
        return null;
    }

    public static bool Has(this JsonElement element, string name) => element.TryGetProperty(name, out _);

    /// <summary>The field when it is a string that is not empty.</summary>
    public static string? Text(this JsonElement element, string name)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                && value.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, as from a text that was cut between the two: no text at all.
            return null;
        }
    }

    /// <summary>The field when it is an object.</summary>
    public static JsonElement? Object(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    /// <summary>The field when it is an array of objects.</summary>
    public static IReadOnlyList<JsonElement>? Objects(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
        && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.Object) ? [.. value.EnumerateArray()] : null;

    public static bool IsWebAddress(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https");
}
