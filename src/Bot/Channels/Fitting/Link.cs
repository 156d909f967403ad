using System.Collections.Immutable;
using System.Text.Json;

namespace Bot.Channels.Fitting;

/// <summary>A web page with what it is called; a button that opens it, where a piece has it.</summary>
public sealed record Link(string Title, string Url)
{
    /// <summary>The sources that an activity cites, each page once; none where its entities hold none.</summary>
    public static ImmutableArray<Link> CitedIn(JsonElement? entities)
    {
        if (entities is not { ValueKind: JsonValueKind.Array } list) return [];
        var links = ImmutableArray.CreateBuilder<Link>();
        foreach (var entity in list.EnumerateArray())
        {
            if (!Has(entity, "type", JsonValueKind.String, out var type) || !type.ValueEquals("https://schema.org/Message"u8)) continue;
            if (!Has(entity, "citation", JsonValueKind.Array, out var citations)) continue;
            foreach (var citation in citations.EnumerateArray())
            {
                if (!Has(citation, "appearance", JsonValueKind.Object, out var source) || !Has(source, "url", JsonValueKind.String, out var address)) continue;
                var url = address.GetString()!;
                if (url.Length == 0 || links.Any(link => link.Url == url)) continue;
                links.Add(new Link(Has(source, "name", JsonValueKind.String, out var name) ? name.GetString()!.Normalize() : "", url));
            }
        }
        return links.ToImmutable();
    }

    /// <summary>Whether a browser can open it; a channel takes no other address for a button.</summary>
    public bool IsWeb => Url.StartsWith("https://", StringComparison.Ordinal) || Url.StartsWith("http://", StringComparison.Ordinal);

    /// <summary>Whether the address stands in a text, and not only as the beginning of a longer one.</summary>
    public bool StandsIn(string text)
    {
        for (var at = text.IndexOf(Url, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Url, at + 1, StringComparison.Ordinal))
        {
            var rest = text.AsSpan(at + Url.Length).TrimStart(".,;:!?)>]*\"”");
            if (rest.IsEmpty || char.IsWhiteSpace(rest[0])) return true;
        }
        return false;
    }

    private static bool Has(JsonElement element, string name, JsonValueKind kind, out JsonElement value)
    {
        value = default;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out value) && value.ValueKind == kind;
    }
}
