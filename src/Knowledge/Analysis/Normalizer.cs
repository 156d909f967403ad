using System.Text;

namespace Knowledge.Analysis;

/// <summary>Brings equal texts to one form: NFC, lower case, nothing invisible, one place for the tone, one of i and y.</summary>
public static class Normalizer
{
    /// <summary>The text in its one form.</summary>
    public static string Normalize(string text)
    {
        if (!IsPlain(text))
        {
            text = WithoutLookAlikes(text);
            if (!text.IsNormalized(NormalizationForm.FormC)) text = text.Normalize(NormalizationForm.FormC);
        }
        return string.Create(text.Length, text, static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = Letters.ToLower(from[i]);
            Unify(span);
        });
    }

    /// <summary>One place for the tone, one of i and y, in a text in lower case and NFC.</summary>
    internal static void Unify(Span<char> text)
    {
        MoveTones(text);
        PreferI(text);
    }

    private static bool IsPlain(string text)
    {
        foreach (var letter in text)
            if (!Letters.IsPlain(letter))
                return false;
        return true;
    }

    private static string WithoutLookAlikes(string text)
    {
        var first = 0;
        while (first < text.Length && Letters.Replace(text[first]) == text[first]) first++;
        if (first == text.Length) return WithoutLoneSurrogates(text);
        var clean = new StringBuilder(text, 0, first, text.Length);
        foreach (var letter in text.AsSpan(first))
            if (Letters.Replace(letter) is { } replaced)
                clean.Append(replaced);
        return WithoutLoneSurrogates(clean.ToString());
    }

    // A lone surrogate makes Normalize() throw; a message can hold one.
    private static string WithoutLoneSurrogates(string text)
    {
        foreach (var letter in text)
            if (char.IsSurrogate(letter))
                return string.Concat(text.EnumerateRunes().Select(r => r == Rune.ReplacementChar ? " " : r.ToString()));
        return text;
    }

    // "hoà" and "hòa" are one word in two schools of spelling; the tone goes on the first vowel of oa, oe, uy when they end the syllable.
    private static void MoveTones(Span<char> text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] is not ('o' or 'u') || i + 2 < text.Length && char.IsLetter(text[i + 2])) continue;
            // In "quý" the u belongs to the consonant.
            if (text[i] == 'u' && i > 0 && text[i - 1] == 'q') continue;
            (text[i], text[i + 1]) = (text[i], text[i + 1]) switch
            {
                ('o', 'à') => ('ò', 'a'), ('o', 'á') => ('ó', 'a'), ('o', 'ả') => ('ỏ', 'a'), ('o', 'ã') => ('õ', 'a'), ('o', 'ạ') => ('ọ', 'a'),
                ('o', 'è') => ('ò', 'e'), ('o', 'é') => ('ó', 'e'), ('o', 'ẻ') => ('ỏ', 'e'), ('o', 'ẽ') => ('õ', 'e'), ('o', 'ẹ') => ('ọ', 'e'),
                ('u', 'ỳ') => ('ù', 'y'), ('u', 'ý') => ('ú', 'y'), ('u', 'ỷ') => ('ủ', 'y'), ('u', 'ỹ') => ('ũ', 'y'), ('u', 'ỵ') => ('ụ', 'y'),
                var same => same,
            };
        }
    }

    // "bác sỹ" and "bác sĩ", "lý" and "lí": after a single consonant a final y is written i.
    private static void PreferI(Span<char> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i - 1] is not ('h' or 'k' or 'l' or 'm' or 's' or 't')) continue;
            if (i > 1 && char.IsLetter(text[i - 2]) || i + 1 < text.Length && char.IsLetter(text[i + 1])) continue;
            text[i] = text[i] switch { 'y' => 'i', 'ỳ' => 'ì', 'ý' => 'í', 'ỷ' => 'ỉ', 'ỹ' => 'ĩ', 'ỵ' => 'ị', var same => same };
        }
    }
}
