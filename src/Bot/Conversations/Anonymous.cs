using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Operation.Logs;
using Knowledge.Decoding;

namespace Bot.Conversations;

/// <summary>Makes a message fit to be kept: whatever looks like a name, a number of a person, an e-mail address or a birthday becomes "***".</summary>
/// <remarks>Rather a word too much than one too few: a question loses little by it. A name in lower case that nothing introduces is not seen.</remarks>
public static partial class Anonymous
{
    /// <summary>Longer ones tell a story, and with it who tells it.</summary>
    public const int Longest = 500;

    private const string Mask = "***";

    // Some of them, written without diacritics, are words of the language.
    private const string FamilyName =
        "(?:nguy[ễe]n|tr[ầa]n|l[êe]|ph[ạa]m|ho[àa]ng|hu[ỳy]nh|phan|v[ũu]|võ|đặng|b[ùu]i|đỗ|hồ|ng[ôo]|d[ưu][ơo]ng|l[ýy]|n[ôo]ng|l[ưu][ơo]ng(?!\\s+y\\b)|tri[ệe]u"
        + "|tr[ịi]nh|[đd]inh|[đd]o[àa]n|ph[ùu]ng|(?:ho|do|vo|dang)(?=\\s+(?:van|thi)\\b))";

    // These are words however they are written: only in capitals, with two more, are they names.
    private const string RarerFamilyName =
        "(?:l[âa]m|t[ạa]|qu[áa]ch|h[ứu]a|b[ếe]|[đd][àa]m|chu|h[àa]|mai|cao|t[ôo]|l[ôo]|vi|m[ãa]|th[âa]n|l[ưu]u|v[ưu][ơo]ng|t[ăa]ng|ti[êe]u|kim|l[ạa]i|kh[ổo]ng|gi[áa]p|la"
        + "|[âa]u|ninh|nghi[êe]m)";

    private const string Speaker = "(?:t[ôo]i|em|m[ìi]nh|con|ch[áa]u|tui|anh|ch[ịi]|b[ốo]|m[ẹe]|v[ợo]|ch[ồo]ng|b[ée]|th[ậa]t)";

    // The words with which somebody is named: "tên tôi là", "em là", "họ và tên:".
    private const string Introduction =
        "(?:\\bt[êe]n(?:\\s+" + Speaker + ")?(?:\\s+l[àa]\\b|\\s*:)?|\\b(?:" + Speaker + "|[đd][âa]y)\\s+(?:t[êe]n|l[àa])\\b|\\bh[ọo]\\s+(?:v[àa]\\s+)?t[êe]n\\b\\s*:?(?:\\s*l[àa]\\b)?)";

    private const string Title =
        "(?:\\b(?:[ôo]ng|b[àa]|anh|ch[ịi]|c[ôo]|ch[úu]|b[áa]c|b[áa]c\\s+s[ĩiỹy]|bs|d[ưu][ợo]c\\s+s[ĩiỹy]|con\\s+trai|con\\s+g[áa]i|v[ợo]|ch[ồo]ng|b[ốo]|m[ẹe]))";

    // Words at which a name has ended; without diacritics only those that are no names themselves.
    private const string NoName =
        "(?:mu[ốo]n|h[ỏo]i|xin|[ởo]|c[ầa]n|v[àa]|n[ộo]p|cho|v[ớo]i|b[ịi]|t[ôo]i|em|g[ìi]|n[àa]o|h[ồo]\\s+s[ơo]|sinh|thì|tại|có|là|làm|đang|đã|nhờ|số|ngày|năm)";

    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>The message without what could point to a person, on one line; null where no word of it is left, or it is not to be kept.</summary>
    public static string? Of(string message)
    {
        if (message.Length > Longest) return null;
        var text = Visible(LegacyText.ToUnicode(message));
        // Most questions hold neither: looking is cheaper than trying each pattern at each word.
        if (text.Contains('@', StringComparison.Ordinal)) text = Email().Replace(text, Mask);
        if (text.Any(char.IsDigit)) text = Birthday().Replace(LastDigits().Replace(LongNumber().Replace(PersonalData.Mask(text), Mask), "$1" + Mask), "$1" + Mask);
        text = IntroducedName().Replace(text, "$1" + Mask);
        // Where everything is in capitals, they tell nothing but with the word that names have in the middle.
        if (!text.Any(char.IsLower)) text = MiddleName().Replace(text, Mask);
        if (text.Any(char.IsUpper) && text.Any(char.IsLower)) text = FullName().Replace(CapitalName().Replace(text, "$1" + Mask), Mask);
        return Word().IsMatch(text) ? text : null;
    }

    // What is invisible could stand within a number; half a surrogate pair cannot be normalized.
    private static string Visible(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune)) clean.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format) clean.Append(rune);
        }
        return string.Join(' ', clean.ToString().Normalize().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [GeneratedRegex(@"[\w.+\-]+\s?@\s?[\w\-]+(?:\.[\w\-]+)+")]
    private static partial Regex Email();

    [GeneratedRegex(@"\d{7,}")]
    private static partial Regex LongNumber();

    // "4 số cuối 1234", "đuôi 0003".
    [GeneratedRegex(@"\b((?:cu[ốo]i|[đd]u[ôo]i)\b\D{0,20})\d{3,6}", AnyCase)]
    private static partial Regex LastDigits();

    [GeneratedRegex(@"\b(sinh(?:\s+(?:ngày|ngay|năm|nam|tháng|thang))*[\s:]{1,3})\d[\d/.\- ]{2,9}\d", AnyCase)]
    private static partial Regex Birthday();

    [GeneratedRegex("(" + Introduction + @"\s*)\b" + FamilyName + @"\b(?:\s+(?!" + NoName + @"\b)\p{L}+){0,3}", AnyCase)]
    private static partial Regex IntroducedName();

    [GeneratedRegex(
        "((?i:" + Introduction + "|" + Title + @")\s*)\b(?!(?i:" + Title + "|" + NoName + @")\b)\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*){0,4}", RegexOptions.CultureInvariant)]
    private static partial Regex CapitalName();

    // Three words at least: of two, the family name may be the beginning of a place.
    [GeneratedRegex(@"\b(?=\p{Lu})(?i:" + FamilyName + "|" + RarerFamilyName + @")(?:\s+\p{Lu}\p{L}*){2,4}", RegexOptions.CultureInvariant)]
    private static partial Regex FullName();

    [GeneratedRegex(@"\b" + FamilyName + @"\s+(?:V[ĂA]N|TH[ỊI])(?:\s+\p{L}+){1,2}", AnyCase)]
    private static partial Regex MiddleName();

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex Word();
}
