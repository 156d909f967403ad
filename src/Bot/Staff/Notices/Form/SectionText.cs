using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Knowledge.Notices;
using Markdig.Syntax;

namespace Bot.Staff.Notices.Form;

/// <summary>A section as it stands in the file: the line of its heading, and all that follows it to the next.</summary>
internal sealed partial record SectionText(string Line, string Rest)
{
    /// <summary>Divides what stands below the front matter; the opening is what stands before the first section. Null where it cannot be read.</summary>
    public static (string Opening, ImmutableArray<SectionText> Sections)? Split(string body)
    {
        if (NoticeReader.Parse(body) is not { } document) return null;
        var headings = document.OfType<HeadingBlock>().Where(heading => heading.Level == 2);
        int[] starts = [.. headings.Select(heading => heading.Span.Start), body.Length];
        return (body[..starts[0]], [.. starts.SkipLast(1).Select((start, i) => Of(body[start..starts[i + 1]]))]);
    }

    /// <summary>The text in Vietnamese, and in English.</summary>
    public (string Vietnamese, string English) Texts
    {
        get
        {
            var text = Rest.Trim();
            if (EnglishHeading().Match(text) is not { Success: true } match) return (text, "");
            return (text[..match.Index].Trim(), text[(match.Index + match.Length)..].Trim());
        }
    }

    /// <summary>The lines of a text in both languages, with a blank one behind.</summary>
    public static string Write(string vietnamese, string english) =>
        "\n" + vietnamese + (english.Length == 0 ? "" : (vietnamese.Length == 0 ? "" : "\n\n") + "### English\n" + english) + "\n\n";

    private static SectionText Of(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? new SectionText(text, "") : new SectionText(text[..end], text[end..]);
    }

    [GeneratedRegex("^### English *$", RegexOptions.Multiline)]
    private static partial Regex EnglishHeading();
}
