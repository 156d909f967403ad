using System.Text.RegularExpressions;

namespace Bot.Staff.Word.Reading;

/// <summary>The fonts of before Unicode, by name: in them other letters stand for the Vietnamese ones.</summary>
internal static partial class LegacyFonts
{
    /// <summary>Whether a text in a font is written in an old encoding: the font is one, and no letter is one that only Unicode has.</summary>
    public static bool AreIn(string? font, string text) =>
        font is not null && Name().IsMatch(font)
        && text.AsSpan().IndexOfAnyInRange('\u0080', '\u00FF') >= 0 && text.AsSpan().IndexOfAnyInRange('\u0100', '\u1EFF') < 0;

    // TCVN3 (ABC), VNI-Windows, VietWare, BK HCM, VPS.
    [GeneratedRegex(@"^(\.Vn|VNI[- ]|VNtimes|VNarial|BK ?HCM|VPS )", RegexOptions.IgnoreCase)]
    private static partial Regex Name();
}
