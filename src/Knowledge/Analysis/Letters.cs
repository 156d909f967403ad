using System.Text;

namespace Knowledge.Analysis;

/// <summary>What is known of single letters: their bare form, their tone, their small form, and the look-alikes that stand for Vietnamese ones.</summary>
public static class Letters
{
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    private const string Vowels = "aăâeêioôơuưy";

    // Beyond this no letter of a Vietnamese text stands; looking one up must cost nothing, every character of every text is.
    private const int Known = 0x1F00;

    private static readonly char[] Bare = Table(letter => Parts(letter) is { } parts ? parts[0] : letter == 'đ' ? 'd' : letter);
    private static readonly char[] Toneless = Table(letter => Parts(letter) is { } parts ? Composed(parts.Where(mark => !Tones.Contains(mark))) : letter);
    private static readonly char[] ToneMarks = Table(letter => Parts(letter)?.FirstOrDefault(Tones.Contains) ?? '\0');
    private static readonly char[] Small = Table(char.ToLowerInvariant);
    private static readonly bool[] InWords = [.. Enumerable.Range(0, Known).Select(code => char.IsLetterOrDigit((char)code))];
    private static readonly bool[] Plain = [.. Enumerable.Range(0, Known).Select(code => Replace((char)code) == (char)code && code is < 0x300 or >= 0x1E00)];
    private static readonly char[] Toned = [.. Vowels.SelectMany(_ => Tones, (vowel, tone) => Composed([vowel, tone]))];

    // Without ICU Normalize() returns its input and every question with diacritics would go astray: better not to start.
    static Letters()
    {
        if (Fold('ễ') != 'e' || ToneOf('ễ') == '\0') throw new InvalidOperationException("Không có ICU (libicu): không xử lý được dấu tiếng Việt.");
    }

    /// <summary>The letter without tone and shape: ễ → e, đ → d; other characters as they are.</summary>
    public static char Fold(char letter) => letter < Known ? Bare[letter] : letter;

    /// <summary>The letter without its tone: ễ → ê.</summary>
    public static char WithoutTone(char letter) => letter < Known ? Toneless[letter] : letter;

    /// <summary>The combining mark of a letter's tone; zero when it has none.</summary>
    public static char ToneOf(char letter) => letter < Known ? ToneMarks[letter] : '\0';

    /// <summary>A vowel with the tone of a combining mark.</summary>
    public static char WithTone(char vowel, char mark) =>
        Vowels.IndexOf(vowel) is >= 0 and var at && Tones.IndexOf(mark) is >= 0 and var tone ? Toned[at * Tones.Length + tone] : vowel;

    /// <summary>The small letter.</summary>
    public static char ToLower(char letter) => letter < Known ? Small[letter] : char.ToLowerInvariant(letter);

    /// <summary>Whether a character belongs to words: a letter or a digit.</summary>
    public static bool IsInWords(char letter) => letter < Known ? InWords[letter] : char.IsLetterOrDigit(letter);

    /// <summary>Every letter without tone and shape; as long as the text, which is NFC and lower case.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (span, from) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = Fold(from[i]);
    });

    /// <summary>Whether a character is one of a text in NFC that needs no replacing; false where that is not known at once.</summary>
    internal static bool IsPlain(char letter) => letter < Known ? Plain[letter] : letter is >= '\u2010' and <= '\u2027';

    /// <summary>Characters that nobody sees, or that look like a Vietnamese letter without being one; null to drop.</summary>
    internal static char? Replace(char letter) => letter switch
    {
        '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or '\uFFFE' or '\uFFFF' => null,
        '\u00A0' or '\u202F' or '\u2007' => ' ',
        '\u00D0' or '\u0110' or '\u0189' => 'đ',
        '\u00F0' or '\u0256' => 'đ',
        _ => letter,
    };

    private static char[] Table(Func<char, char> form) => [.. Enumerable.Range(0, Known).Select(code => form((char)code))];

    // A Vietnamese vowel's letter and marks; null for anything else.
    private static string? Parts(char letter)
    {
        var parts = letter.ToString().Normalize(NormalizationForm.FormD);
        return parts.Length > 1 && Vowels.Contains(Composed(parts.Where(mark => !Tones.Contains(mark)))) ? parts : Vowels.Contains(letter) ? parts : null;
    }

    private static char Composed(IEnumerable<char> parts) => string.Concat(parts).Normalize(NormalizationForm.FormC)[0];
}
