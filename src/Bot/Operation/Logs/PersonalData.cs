using System.Text.RegularExpressions;

namespace Bot.Operation.Logs;

/// <summary>Makes what could point to a person unreadable: dossier codes, phone numbers, identity numbers.</summary>
public static partial class PersonalData
{
    /// <summary>The text with such numbers replaced by "***".</summary>
    public static string Mask(string text) => Number().Replace(Code().Replace(text, "***"), "***");

    // Wider than the recogniser's: what is nearly a code is masked too.
    [GeneratedRegex(@"(?:\d{3}[.\s]{0,3}\d{2}[.\s]{0,3}\d{2}[.\s]{0,3})?[GH]\d{2}(?:[.\s]{1,3}\d{1,3}){0,2}[\s\-–—_]{1,3}\d{6,8}[\s\-–—_]{1,3}\d{3,8}", RegexOptions.IgnoreCase)]
    private static partial Regex Code();

    // 9 to 12 digits, however they are grouped: phones have 9 to 11, identity numbers 9 or 12.
    [GeneratedRegex(@"(?<!\d)(?:\+|\()?\d(?:[ .\-()\u00A0]{0,2}\d){8,11}(?!\d)")]
    private static partial Regex Number();
}
