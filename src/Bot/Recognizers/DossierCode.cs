using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Recognizers;

/// <summary>A dossier code in its normal form, "000.00.14.H56-200203-0118" or "H56.14-240823-0001"; its day is real.</summary>
public readonly partial record struct DossierCode
{
    private DossierCode(string text, DateOnly day) => (Text, Day) = (text, day);

    public string Text { get; }

    /// <summary>The day of receipt that the code carries.</summary>
    public DateOnly Day { get; }

    /// <summary>Finds the first thing in a message that has a code's shape; its day may still be impossible.</summary>
    public static DossierCodeReading? Read(string message)
    {
        var text = Unified(message);
        if (Shape().Match(text) is not { Success: true } match) return null;
        var normal = match.Groups["agency"].Value.Replace(' ', '.') + "-" + match.Groups["day"].Value + "-" + match.Groups["sequence"].Value;
        var digits = match.Groups["day"].Value;
        return DateOnly.TryParseExact(digits.Length == 6 ? "20" + digits : digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DossierCodeReading(normal, new DossierCode(normal, day))
            : new DossierCodeReading(normal, null);
    }

    /// <summary>The message without the first thing that has a code's shape.</summary>
    public static string Without(string message) => Shape().Replace(Unified(message), " ", 1);

    /// <summary>Reads a code that is known to be whole, for example one that this conversation keeps.</summary>
    public static DossierCode? Parse(string code) => Read(code)?.Code;

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static string Unified(string message) => Separators().Replace(message.ToUpperInvariant().Replace('–', '-').Replace('—', '-').Replace('_', '-'), "$1");

    // People put spaces around the dots and dashes; within a number they do not.
    [GeneratedRegex(@"\s*([.\-])\s*")]
    private static partial Regex Separators();

    // Agency by QCVN 102:2016 ("000.00.14.H56"), by QĐ 20/2020 ("H56.14") or a ministry's gateway ("G09.20").
    [GeneratedRegex(@"(?<![\w.])(?<agency>\d{3}[. ]\d{2}[. ]\d{2}[. ][GH]\d{2}|[GH]\d{2}(?:[. ]\d{1,3}){0,2})[\- ](?<day>\d{8}|\d{6})[\- ](?<sequence>\d{4,8})(?!\d)")]
    private static partial Regex Shape();
}
