using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Knowledge.Analysis;

/// <summary>What is known of single Vietnamese letters: their bare form, their tone, and the look-alikes that stand for them.</summary>
public static class Letters
{
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    private const string Vowels = "aăâeêioôơuưy";

    private static readonly FrozenDictionary<char, char> ToneMarks = Marks();
    private static readonly FrozenDictionary<(char Vowel, char Mark), char> Toned =
        Vowels.SelectMany(_ => Tones, (vowel, tone) => (vowel, tone)).ToFrozenDictionary(pair => pair, pair => (pair.vowel.ToString() + pair.tone).Normalize(NormalizationForm.FormC)[0]);

    private static readonly FrozenDictionary<char, char> Bare = Table(keepShape: false);
    private static readonly FrozenDictionary<char, char> Toneless = Table(keepShape: true);

    /// <summary>The letter without tone and shape: ễ → e, đ → d; other characters as they are.</summary>
    public static char Fold(char letter) => letter < 0x80 ? letter : Bare.GetValueOrDefault(letter, letter);

    /// <summary>The letter without its tone: ễ → ê.</summary>
    public static char WithoutTone(char letter) => letter < 0x80 ? letter : Toneless.GetValueOrDefault(letter, letter);

    /// <summary>The combining mark of a letter's tone; zero when it has none.</summary>
    public static char ToneOf(char letter) => letter < 0x80 ? '\0' : ToneMarks.GetValueOrDefault(letter);

    /// <summary>A vowel with the tone of a combining mark.</summary>
    public static char WithTone(char vowel, char mark) => Toned.GetValueOrDefault((vowel, mark), vowel);

    /// <summary>Every letter without tone and shape; as long as the text, which is NFC and lower case.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (span, from) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = Fold(from[i]);
    });

    /// <summary>Characters that nobody sees, or that look like a Vietnamese letter without being one; null to drop.</summary>
    internal static char? Replace(char letter) => letter switch
    {
        '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' => null,
        '\u00A0' or '\u202F' or '\u2007' => ' ',
        '\u00D0' or '\u0110' or '\u0189' => 'đ',
        '\u00F0' or '\u0256' => 'đ',
        _ => letter,
    };

    private static FrozenDictionary<char, char> Marks()
    {
        var marks = new Dictionary<char, char>();
        foreach (var vowel in Vowels)
            foreach (var tone in Tones)
                marks[(vowel.ToString() + tone).Normalize(NormalizationForm.FormC)[0]] = tone;
        return marks.ToFrozenDictionary();
    }

    private static FrozenDictionary<char, char> Table(bool keepShape)
    {
        var table = new Dictionary<char, char>();
        foreach (var vowel in Vowels)
        {
            var bare = vowel.ToString().Normalize(NormalizationForm.FormD)[0];
            table[vowel] = keepShape ? vowel : bare;
            foreach (var tone in Tones)
                table[(vowel.ToString() + tone).Normalize(NormalizationForm.FormC)[0]] = keepShape ? vowel : bare;
        }
        table['đ'] = keepShape ? 'đ' : 'd';
        // Without ICU Normalize() returns its input and every question with diacritics would go astray: better not to start.
        if (!table.ContainsKey('ễ')) throw new InvalidOperationException("Không có ICU (libicu): không xử lý được dấu tiếng Việt.");
        return table.ToFrozenDictionary();
    }
}
