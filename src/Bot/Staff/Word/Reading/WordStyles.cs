using System.Text.RegularExpressions;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Staff.Word.Reading;

/// <summary>The styles of a document, each resolved with what it is based on.</summary>
internal sealed partial class WordStyles
{
    private const int LongestChain = 20;

    private readonly Dictionary<string, W.Style> styles = [];
    private readonly Dictionary<string, StyleFacts> resolved = [];
    private readonly string? defaultParagraph;
    private readonly StyleFacts fallback;

    public WordStyles(W.Styles? part)
    {
        foreach (var style in part?.Elements<W.Style>() ?? [])
        {
            if (style.StyleId?.Value is not { } id) continue;
            styles.TryAdd(id, style);
            if (style.Type?.InnerText == "paragraph" && style.Default?.Value is true) defaultParagraph ??= id;
        }
        fallback = new StyleFacts { Font = FontOf(part?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle?.RunFonts) };
    }

    /// <summary>The facts of a paragraph's style, of the usual one where it names none.</summary>
    public StyleFacts OfParagraph(string? id) => Of(id ?? defaultParagraph);

    public StyleFacts Of(string? id)
    {
        if (id is null) return fallback;
        return resolved.TryGetValue(id, out var known) ? known : resolved[id] = Resolve(id);
    }

    public static string? FontOf(W.RunFonts? fonts) => fonts?.Ascii?.Value ?? fonts?.HighAnsi?.Value ?? fonts?.ComplexScript?.Value;

    private StyleFacts Resolve(string id)
    {
        var facts = new StyleFacts();
        for (var depth = 0; depth < LongestChain && styles.TryGetValue(id, out var style); depth++)
        {
            var (run, paragraph) = (style.StyleRunProperties, style.StyleParagraphProperties);
            facts = new StyleFacts
            {
                Name = facts.Name ?? style.StyleName?.Val?.Value,
                IsBold = facts.IsBold ?? OnOff(run?.Bold),
                IsItalic = facts.IsItalic ?? OnOff(run?.Italic),
                IsCentred = facts.IsCentred ?? (paragraph?.Justification?.Val is { } alignment ? alignment.InnerText == "center" : null),
                Font = facts.Font ?? FontOf(run?.RunFonts),
                OutlineLevel = facts.OutlineLevel ?? Outline(paragraph?.OutlineLevel) ?? HeadingLevel(style),
                NumberingId = facts.NumberingId ?? paragraph?.NumberingProperties?.NumberingId?.Val?.Value,
                ListLevel = facts.ListLevel ?? paragraph?.NumberingProperties?.NumberingLevelReference?.Val?.Value,
            };
            if (style.BasedOn?.Val?.Value is not { } next) break;
            id = next;
        }
        return facts with { Font = facts.Font ?? fallback.Font };
    }

    public static bool? OnOff(W.OnOffType? property) => property is null ? null : property.Val?.Value ?? true;

    /// <summary>The level of a heading, from 1; 0 for what says of itself that it is none.</summary>
    public static int? Outline(W.OutlineLevel? level) => level?.Val?.Value is { } value ? (value is >= 0 and <= 8 ? value + 1 : 0) : null;

    // Styles that were copied from elsewhere keep their names without the outline level.
    private static int? HeadingLevel(W.Style style) =>
        HeadingName().Match(style.StyleName?.Val?.Value ?? "") is { Success: true } match ? match.Groups[1].Value[0] - '0' : null;

    [GeneratedRegex("^(?:heading|tiêu đề|đầu đề) ?([1-9])$", RegexOptions.IgnoreCase)]
    private static partial Regex HeadingName();
}
