using System.Globalization;
using System.Text.RegularExpressions;
using Knowledge.Notices;

namespace Bot.Staff.Word.Official;

/// <summary>How official documents write their number, their date and what they are about.</summary>
internal static partial class HeadPatterns
{
    [GeneratedRegex(@"^(?:Luật |Pháp lệnh |Nghị quyết )?Số\s*:\s*(?<number>.*)$", RegexOptions.IgnoreCase)]
    public static partial Regex Number();

    /// <summary>A number that somebody has filled in; before the sign there is one.</summary>
    [GeneratedRegex(@"^\d+[A-Za-z]?/\S+$")]
    public static partial Regex FilledNumber();

    /// <summary>A date behind the name of a place, at most; a sentence of the text that ends with a date is none, a place may be called Từ Sơn.</summary>
    [GeneratedRegex("""
        ^(?-i:(?!.*\b(?:từ\b|Từ\s+\p{Ll})))(?<place>[^,:]{0,40}?),?\s*
        ngày\s*(?<day>\d{1,2})?[\s.…_]*tháng\s*(?<month>\d{1,2})?[\s.…_]*năm\s*(?:(?<year>\d{4})\s*|[\s.…_]*)$
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    public static partial Regex Date();

    [GeneratedRegex(@"^(?:V/v|Vv|Về việc|Về)[:.\s]+(?<subject>.+)$", RegexOptions.IgnoreCase)]
    public static partial Regex Subject();

    /// <summary>A date as front matter writes it, as precise as the document; null when it names no year or a day that is none.</summary>
    public static PartialDate? Read(Match date)
    {
        if (Figure("year") is not { } year) return null;
        var text = year.ToString("0000", CultureInfo.InvariantCulture);
        if (Figure("month") is { } month)
        {
            text += month.ToString("-00", CultureInfo.InvariantCulture);
            if (Figure("day") is { } day) text += day.ToString("-00", CultureInfo.InvariantCulture);
        }
        return PartialDate.TryParse(text, out var read) ? read : null;

        int? Figure(string name) => date.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : null;
    }
}
