using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Staff.Word.Reading;

namespace Bot.Staff.Word.Writing;

/// <summary>Text as markdown that is read back as the very same text: what would be markup is escaped.</summary>
internal static partial class MarkdownText
{
    /// <summary>A line of its own; a blank stands for each line break and tab.</summary>
    public static string Of(ImmutableArray<TextSpan> spans) => LineStart().Replace(Within(spans), @"$1\$2");

    public static string Within(string text) => Within([new TextSpan(text)]);

    /// <summary>The same as a part of a line: of a heading, of a cell.</summary>
    public static string Within(ImmutableArray<TextSpan> spans)
    {
        var written = new StringBuilder();
        var text = string.Concat(spans.Select(s => s.Text));
        var at = 0;
        foreach (var span in spans)
        {
            Write(span, at > 0 ? text[at - 1] : ' ', at + span.Text.Length < text.Length ? text[at + span.Text.Length] : ' ', written);
            at += span.Text.Length;
        }
        return Blanks().Replace(written.ToString(), " ").Trim();
    }

    private static void Write(TextSpan span, char before, char after, StringBuilder written)
    {
        var core = span.Text.Trim();
        if (core.Length == 0)
        {
            written.Append(' ');
            return;
        }
        if (char.IsWhiteSpace(span.Text[0])) (_, before) = (written.Append(' '), ' ');
        var isTrailed = char.IsWhiteSpace(span.Text[^1]);
        if (isTrailed) after = ' ';
        var stars = new string('*', (span.IsBold ? 2 : 0) + (span.IsItalic ? 1 : 0));
        // Stars between a letter and a sign would be read as stars.
        if (written is [.., '*'] || span.Link is not null || !Opens(before, core[0]) || !Opens(after, core[^1])) stars = "";
        written.Append(stars).Append(span.Link is { } link ? Linked(core, link) : Escaped(core)).Append(stars);
        if (isTrailed) written.Append(' ');
    }

    private static bool Opens(char outer, char inner) => char.IsLetterOrDigit(inner) || !char.IsLetterOrDigit(outer);

    private static string Linked(string text, string link)
    {
        var address = string.Concat(link.Normalize().Select(EscapedInLink));
        var (name, end) = (text.TrimEnd('/'), address.TrimEnd('/'));
        if (end == "mailto:" + name) return $"<{name}>";
        if (end == name || end == "https://" + name || end == "http://" + name) return $"<{address}>";
        return $"[{string.Concat(text.Select(c => c is ']' or '&' ? "\\" + c : Escape(c)))}](<{address}>)";
    }

    private static string EscapedInLink(char letter) => letter switch
    {
        '<' or '>' or '\\' => Uri.HexEscape(letter),
        _ => char.IsWhiteSpace(letter) || char.IsControl(letter) ? "%20" : letter.ToString(),
    };

    // Addresses stay whole: a sign that is escaped within them would be part of them.
    private static string Escaped(string text)
    {
        var written = new StringBuilder();
        var at = 0;
        foreach (Match address in Address().Matches(text))
        {
            Append(text[at..address.Index]);
            written.Append('<').Append(address.ValueSpan).Append('>');
            at = address.Index + address.Length;
        }
        Append(text[at..]);
        return written.ToString();

        void Append(string plain)
        {
            for (var i = 0; i < plain.Length; i++)
            {
                var (before, after) = (i > 0 ? plain[i - 1] : ' ', i + 1 < plain.Length ? plain[i + 1] : ' ');
                var isWithin = char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after);
                // An underscore within a word is itself; an ampersand can begin an entity.
                if (plain[i] == '_' && isWithin) written.Append('_');
                else if (plain[i] == '&' && (after == '#' || char.IsAsciiLetterOrDigit(after))) written.Append("\\&");
                else written.Append(Escape(plain[i]));
            }
        }
    }

    private static string Escape(char letter) => letter switch
    {
        '\\' or '*' or '_' or '`' or '[' or '<' or '{' => "\\" + letter,
        _ => letter.ToString(),
    };

    [GeneratedRegex(@"https?://[^\s<>""«»“”\\`|\[\]{}]*[^\s<>""«»“”\\`|\[\]{}.,;:!?)*]", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    // What begins a heading, a list, a quotation, a fence or a line.
    [GeneratedRegex(@"^(\d{0,9})([#>+=~.)-])(?<=^[#>+=~-]|\d[.)])")]
    private static partial Regex LineStart();
}
