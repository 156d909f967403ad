using Knowledge.Analysis;

namespace Knowledge.Decoding;

/// <summary>Reads raw Telex or VNI keystrokes, typed while the input method was off, as the syllable they were meant to be; the tone key may stand anywhere after the vowel.</summary>
public static class Keystrokes
{
    /// <summary>More keys make no syllable.</summary>
    public const int LongestKeys = 11;

    private const string TelexTones = "sfrxj";
    private const string Tones = "\u0301\u0300\u0309\u0303\u0323";

    /// <summary>The syllable that the keys of a word make; null when they make none, or only what already stands there.</summary>
    public static string? Read(ReadOnlySpan<char> keys)
    {
        Span<char> syllable = stackalloc char[LongestKeys];
        return Read(keys, syllable) is > 0 and var length ? syllable[..length].ToString() : null;
    }

    /// <summary>The same written to <paramref name="syllable"/>, which holds <see cref="LongestKeys"/> letters; its length, zero for none.</summary>
    public static int Read(ReadOnlySpan<char> keys, Span<char> syllable)
    {
        if (keys.Length is < 2 or > LongestKeys || !MayBeKeys(keys)) return 0;
        var (length, tone, changed) = (0, '\0', false);
        foreach (var key in keys)
        {
            if (!char.IsAsciiLetterOrDigit(key)) return 0;
            if (Takes(syllable[..length], key, ref tone)) changed = true;
            // "nhw" for "như": with no vowel before it the key is one.
            else if (key == 'w' && length > 0) (syllable[length++], changed) = ('ư', true);
            else if (char.IsAsciiDigit(key)) return 0;
            else syllable[length++] = key;
        }
        if (!changed) return 0;
        var word = syllable[..length];
        Horns(word);
        if (!SetTone(word, tone) || !Syllables.IsSyllable(word)) return 0;
        Normalizer.Unify(word);
        return length;
    }

    // Most words of a text without diacritics hold no key that changes anything: no tone key behind a vowel, no digit, no w, nothing doubled.
    private static bool MayBeKeys(ReadOnlySpan<char> keys)
    {
        var hasVowel = false;
        for (var i = 0; i < keys.Length; i++)
        {
            var key = keys[i];
            if (key is 'w' or >= '0' and <= '9' || hasVowel && key is 's' or 'f' or 'r' or 'x' or 'j' or 'z' || key is 'a' or 'e' or 'o' or 'd' && keys[..i].Contains(key)) return true;
            hasVowel |= key is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
        }
        return false;
    }

    // Whether a key changes what stands there, and is no letter of its own.
    private static bool Takes(Span<char> letters, char key, ref char tone)
    {
        var hasVowel = letters.IndexOfAnyInRange('\u0100', '\uFFFF') >= 0 || letters.IndexOfAny("aeiouyâêô") >= 0;
        if (hasVowel && TelexTones.IndexOf(key) is >= 0 and var telex)
        {
            tone = Tones[telex];
            return true;
        }
        switch (key)
        {
            case >= '1' and <= '5' when hasVowel:
                tone = Tones[key - '1'];
                return true;
            case 'z' or '0' when hasVowel:
                tone = '\0';
                return true;
            // "oaw" is "oă"; in any other cluster the horn goes first.
            case 'w' when letters.LastIndexOf("oa") >= 0 && Shape(letters, 'a', 'ă'):
            case 'w' when hasVowel && (Shape(letters, 'u', 'ư') | Shape(letters, 'o', 'ơ') || Shape(letters, 'a', 'ă')):
            case '7' when Shape(letters, 'u', 'ư') | Shape(letters, 'o', 'ơ'):
            case '8' when Shape(letters, 'a', 'ă'):
            case '6' when Shape(letters, 'a', 'â') || Shape(letters, 'e', 'ê') || Shape(letters, 'o', 'ô'):
            case '9' when letters is ['d', ..] && Shape(letters[..1], 'd', 'đ'):
            case 'd' when letters is ['d', ..] && Shape(letters[..1], 'd', 'đ'):
            case 'a' when Shape(letters, 'a', 'â'):
            case 'e' when Shape(letters, 'e', 'ê'):
            case 'o' when Shape(letters, 'o', 'ô'):
                return true;
            default:
                return false;
        }
    }

    // The last of a letter takes the shape.
    private static bool Shape(Span<char> letters, char from, char to)
    {
        var at = letters.LastIndexOf(from);
        // The u of "qu" is no vowel.
        if (at < 0 || from == 'u' && at == 1 && letters[0] == 'q') return false;
        letters[at] = to;
        return true;
    }

    // One w is enough for both of "ươ", and "ưa", "ưu" have only one horn whichever was meant.
    private static void Horns(Span<char> letters)
    {
        for (var i = 0; i + 1 < letters.Length; i++)
        {
            if (letters[i] is 'u' or 'ư' && letters[i + 1] is 'o' or 'ơ' && (letters[i] == 'ư' || letters[i + 1] == 'ơ') && i + 2 < letters.Length && !(i == 1 && letters[0] == 'q'))
                (letters[i], letters[i + 1]) = ('ư', 'ơ');
        }
    }

    // On the shaped vowel, else on the first of two unless a consonant follows them: where exactly is made one by the normalizer.
    private static bool SetTone(Span<char> letters, char tone)
    {
        if (tone == '\0') return true;
        var at = -1;
        var first = letters.StartsWith("qu") || letters.StartsWith("gi") && letters.Length > 2 && IsVowel(letters[2]) ? 2 : 0;
        for (var i = first; i < letters.Length; i++)
            if (letters[i] is 'ơ' or 'ê' or 'â' or 'ă' or 'ô' || letters[i] == 'ư' && at < 0)
                at = i;
        if (at < 0)
        {
            var start = first;
            while (start < letters.Length && !IsVowel(letters[start])) start++;
            var end = start;
            while (end < letters.Length && IsVowel(letters[end])) end++;
            if (start == end) return false;
            at = (end - start) switch { 1 => start, 2 => end < letters.Length || letters[start] is 'o' && letters[start + 1] is 'a' or 'e' || letters[start] is 'u' && letters[start + 1] is 'y' ? start + 1 : start, _ => start + 1 };
        }
        letters[at] = Letters.WithTone(letters[at], tone);
        return true;
    }

    private static bool IsVowel(char letter) => "aăâeêioôơuưy".Contains(letter);
}
