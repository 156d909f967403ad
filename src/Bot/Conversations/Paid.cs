using System.Globalization;
using System.Text.RegularExpressions;
using Knowledge.Analysis;
using Knowledge.Notices;

namespace Bot.Conversations;

/// <summary>What a message asks to reckon: how much so many of a code cost, or how many a sum of money makes.</summary>
/// <param name="Count">How many.</param>
/// <param name="Total">What they cost, in đồng.</param>
/// <param name="AsksForCode">Whether the sum was named, and the code is wanted.</param>
public sealed partial record Paid(long Count, long Total, bool AsksForCode)
{
    /// <summary>Reckons what a message asks; null when it names neither a number behind the code nor a sum that is a whole number of times the price.</summary>
    public static Paid? Of(string message, Amount amount)
    {
        var text = Normalizer.Normalize(message);
        if (Regex.Match(text, $@"\b{Regex.Escape(Normalizer.Normalize(amount.Code))}\s*([0-9]{{1,4}})(?![.,]?[0-9])") is { Success: true } code)
            return long.Parse(code.Groups[1].Value, CultureInfo.InvariantCulture) is > 0 and var count ? new Paid(count, count * amount.Each, false) : null;
        if (Money().Match(text) is not { Success: true } money) return null;
        var unit = money.Groups["unit"].Value is "tr" or "triệu" or "trieu" ? 1_000_000 : money.Groups["unit"].Value is "đ" or "đồng" or "dong" or "vnd" ? 1 : 1000;
        var whole = decimal.Parse(money.Groups["whole"].Value.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var tenths = money.Groups["tenths"] is { Success: true } t ? t.Value[0] - '0' : 0;
        var sum = (whole + tenths / 10m) * unit;
        return sum > 0 && sum % amount.Each == 0 ? new Paid((long)(sum / amount.Each), (long)sum, true) : null;
    }

    /// <summary>A sum as people write it: 100.000.</summary>
    public static string Write(long sum) => sum.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');

    // Up to ten digits in all: nobody gives more, and more would not fit.
    [GeneratedRegex(@"(?<![0-9.,])(?<whole>[0-9]{1,3}(?:\.[0-9]{3}){1,3}|[0-9]{1,7})(?:[.,](?<tenths>[0-9]))?\s*(?<unit>k|nghìn|nghin|ngàn|ngan|tr|triệu|trieu|đồng|dong|đ|vnd)\b")]
    private static partial Regex Money();
}
