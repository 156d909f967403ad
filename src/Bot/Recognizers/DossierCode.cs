using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Recognizers;

/// <summary>A dossier code in its normal form, "000.00.14.H56-200203-0118" or "H56.14-240823-0001"; its day is real.</summary>
public readonly partial record struct DossierCode
{
    // Before NĐ 61/2018 and the one-stop portals just ahead of it no dossier had such a code.
    private const int FirstYear = 2010;

    private DossierCode(string text, DateOnly day) => (Text, Day) = (text, day);

    public string Text { get; }

    /// <summary>The day of receipt that the code carries.</summary>
    public DateOnly Day { get; }

    /// <summary>Finds the first thing in a message that has a code's shape; its day may still be impossible.</summary>
    public static DossierCodeReading? Read(string message) => Shape().Match(Unified(message)) is { Success: true } match ? Read(match) : null;

    /// <summary>The message without whatever has a code's shape, or the shape of a code's beginning.</summary>
    public static string Without(string message) =>
        Unified(message) is var text && (Shape().IsMatch(text) || Unfinished().IsMatch(text)) ? Unfinished().Replace(Shape().Replace(text, " "), " ") : message;

    /// <summary>The text of a code's beginning and of the message that completes it, whatever else that says; null when it does not complete it.</summary>
    public static string? Joined(string beginning, string message)
    {
        var rest = message.Trim().TrimStart('-', '.', ' ');
        // Cut at a dash, or within a number.
        return Completed(beginning + "-" + rest) ?? Completed(beginning + rest);

        string? Completed(string whole) => Shape().Match(Unified(whole)) is { Success: true, Index: 0 } match && match.Length > beginning.Length ? whole : null;
    }

    /// <summary>Reads a code that is known to be whole, for example one that this conversation keeps.</summary>
    public static DossierCode? Parse(string code) => Read(code)?.Code;

    /// <summary>Reads a field that is a code and nothing else: one that is quoted in a remark would be taken for the dossier's own.</summary>
    // Nearly always it stands there in its normal form.
    public static DossierCode? ParseWhole(string field) =>
        field.Length is > 0 and < 64 && Parse(field) is { } code && (code.Text == field || string.IsNullOrWhiteSpace(Shape().Replace(Unified(field), " ", 1))) ? code : null;

    /// <summary>What a message ends in that is the beginning of a code (agency and some of the day, or some of an agency of the old shape) and lacks the rest; null when there is none.</summary>
    public static string? Beginning(string message) => Unfinished().Match(Unified(message)) is { Success: true } match ? match.Value.TrimEnd('-', '.', ' ') : null;

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static DossierCodeReading Read(Match match)
    {
        var (agency, sequence) = (Agency(match), Digits(match.Groups["sequence"].Value));
        var digits = Digits(match.Groups["day"].Value);
        var normal = $"{agency}-{digits}-{sequence}";
        return DateOnly.TryParseExact(digits.Length == 6 ? "20" + digits : digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= FirstYear
            ? new DossierCodeReading(normal, new DossierCode(normal, day))
            : new DossierCodeReading(normal, null);
    }

    private static string Agency(Match match)
    {
        var letter = match.Groups["letter"].Value + Digits(match.Groups["top"].Value);
        var parts = string.Join('.', match.Groups["part"].Captures.Select(part => Digits(part.Value)));
        return match.Groups["old"].Success ? parts + "." + letter : parts.Length == 0 ? letter : letter + "." + parts;
    }

    // On a photographed or retyped receipt O stands for 0, I and L for 1.
    private static string Digits(string text) => text.Replace('O', '0').Replace('I', '1').Replace('L', '1');

    // A pasted link may have its separators as %2E and %2D.
    private static string Unified(string message) => Separators().Replace(
        (message.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(message) : message).ToUpperInvariant().Replace('–', '-').Replace('—', '-').Replace('_', '-').Replace('+', ' '), "$1");

    // People put spaces around the dots and dashes; within a number they do not.
    [GeneratedRegex(@"\s*([.\-])\s*")]
    private static partial Regex Separators();

    // The fixed widths of QCVN 102:2016 ("000.00.14.H56") are told without any separator.
    private const string Old = @"(?<old>(?<![\d.])(?<part>[\dOIL]{3})[.\- ]?(?<part>[\dOIL]{2})[.\- ]?(?<part>[\dOIL]{2})[.\- ]?(?<letter>[GH])(?<top>[\dOIL]{2}))";

    // By QĐ 20/2020 ("H56.14"), by TT 04/2025 ("H56.101.04") or of a ministry's gateway ("G09.20"). Of the first two signs one is a digit, or «hỏi» would be one.
    private const string New = @"(?<![\w.])(?<letter>[GH])(?<top>\d[\dOIL]|[OIL]\d)(?:[. ]?(?<part>[\dOIL]{1,3})){0,2}";

    // The same with parts of two or three digits as the shapes have them: so much is known of where they end when the dash after them is left out.
    private const string Fixed = @"(?<![\w.])(?<letter>[GH])(?<top>\d[\dOIL]|[OIL]\d)(?:[. ]?(?<part>[\dOIL]{3})[. ]?(?<part>[\dOIL]{2})|[. ]?(?<part>[\dOIL]{2,3}))?";

    // A day that may be one, by which it is told from the number it is glued to.
    private const string Plausible = @"(?<day>(?:2[0O])?[1-3IL][\dOIL](?:[0O][1-9IL]|[1IL][0-2OIL])(?:[0O][1-9IL]|[12IL][\dOIL]|3[01OIL]))";

    private const string Sequence = @"(?<sequence>[\dOIL]{4,10})(?![\dOIL])";

    // Of the new shape, eight digits after a dot or a space begin with the agency's next part: no agency without one has such days.
    private const string Separated = "(?:" + Old + @"[.\- ]?|" + New + @"[.\- ])(?<day>(?(old)|(?<![GH]..[. ]))[\dOIL]{8}(?=[.\- ])|[\dOIL]{6})[.\- ]" + Sequence;

    // A separator is left out beside the day; of the new shape not both, or an identity number after an agency's beginning would be one.
    private const string Glued = Old + @"[.\- ]?" + Plausible + @"[.\- ]?" + Sequence + "|" + Fixed + @"(?:[.\- ]" + Plausible + @"[.\- ]?|" + Plausible + @"[.\- ])" + Sequence;

    // Its day is impossible, which its writer is told.
    private const string Mistyped = "(?:" + Old + @"[.\- ]?|" + New + @"-)(?<day>[\dOIL]{6})" + Sequence;

    [GeneratedRegex(Separated + "|" + Glued + "|" + Mistyped)]
    private static partial Regex Shape();

    // Of the old shape an agency's first part is always 000. Of the new one only a dash or a whole day is told from «phòng G12» and «16 h30».
    [GeneratedRegex("(?:" + Old + @"(?:[.\- ]?[\dOIL]{1,8}(?:[.\- ][\dOIL]{1,3})?)?|" + New + @"(?:-[\dOIL]{4,8}|[.\- ][\dOIL]{6}(?:\d\d)?)(?:[.\- ][\dOIL]{1,3})?"
        + @"|(?<![\d.])(?<!\d )[0O]{3}(?:[.\- ]?[\dOIL]{2}){1,2}(?:[.\- ]?[GH][\dOIL]?)?)[.\- ]*$")]
    private static partial Regex Unfinished();
}
