using System.Text.RegularExpressions;

namespace Bot.Recognizers;

/// <summary>The four digits that prove whose a dossier is, in what people type.</summary>
public static partial class Verifier
{
    /// <summary>Finds them, or the last four of a whole number of a phone or an identity card (12 digits, once 9); null when there are none.</summary>
    /// <param name="message">What was typed; codes, links, dates and numbers of documents in it are passed over.</param>
    /// <param name="isNamed">Whether the message says that a phone's or a card's digits stand in it.</param>
    public static string? Read(string message, bool isNamed)
    {
        var text = DateOrDocument().Replace(DossierCode.Without(Link().Replace(message.Normalize(), ";")), ";");
        var four = FourDigits().Matches(text);
        if (four.FirstOrDefault(digits => !Year().IsMatch(digits.Value)) is { } clear) return clear.Value;
        if (WholeNumber().Match(text) is { Success: true } whole) return string.Concat(whole.Value.Where(char.IsAsciiDigit))[^4..];
        // A wrong guess costs its writer a wait: what may be a year («nộp 2026») or a count («mục 1 2 3 4») is one where more is said than that the digits
        // are these: «Dạ 2019 ạ».
        return !isNamed && Word().IsMatch(text) ? null
            : four is [var year, ..] ? year.Value
            : Spelled().Match(text) is { Success: true } spelled ? string.Concat(spelled.Value.Where(char.IsAsciiDigit)) : null;
    }

    [GeneratedRegex(@"(?<!\d)(?<!\d[ .\-])\d{4}(?![ .\-]?\d)")]
    private static partial Regex FourDigits();

    [GeneratedRegex(@"(?<!\d)\d(?:[ .\-]?\d){8,11}(?!\d)")]
    private static partial Regex WholeNumber();

    [GeneratedRegex("^(?:19|20)")]
    private static partial Regex Year();

    // «1 2 3 4», «1-2-3-4», «12 34».
    [GeneratedRegex(@"(?<!\d)(?<!\d[\s.,\-])(?:\d(?:[\s.,\-]{1,2}\d){3}|\d\d\s{1,2}\d\d)(?![\s.,\-]?\d)")]
    private static partial Regex Spelled();

    // Any but those that only hand the digits over.
    [GeneratedRegex(@"(?<!\p{L})(?!(?:d[ạa]|v[âa]ng|[ừu]|ok|l[àa]|[đd][âa]y|s[ốo])(?!\p{L}))\p{L}{2,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?:https?://|www\.)\S+|(?<![\w.@])(?:[a-z\d\-]+\.)+[a-z]{2,}[/?]\S*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    // «14/09/2026», «09/2026», «05/2026», «96/2023/NĐ-CP»; «14-9-2026»; «2026-09-14»; «123/QĐ-UBND»; «năm 2026», «nam sinh 1990».
    [GeneratedRegex(@"(?<![\d/])(?:\d{1,5}\s?/\s?){1,2}(?:19|20)\d\d(?!\d)(?:/[\p{L}\d\-]+)?|(?<!\d)(?<!\d[.\-])\d\d?[.\-]\d\d?[.\-](?:19|20)\d\d(?!\d)"
        + @"|(?<!\d)(?:19|20)\d\d[/.\-]\d\d?[/.\-]\d\d?(?!\d)|(?<!\d)\d+/\p{L}+-[\p{L}\d\-]+|(?<!\p{L})n[ăa]m(?:\s+sinh)?\s*:?\s*(?:19|20)\d\d(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DateOrDocument();
}
