using System.Collections.Frozen;
using Knowledge.Analysis;

namespace Knowledge.Decoding;

/// <summary>Which letters in a row make a Vietnamese syllable, by rule: an initial, a rhyme, and the tones that the rhyme allows.</summary>
public static class Syllables
{
    // The longest first, so that "ngh" is not read as "ng" and "h".
    private static readonly string[] Initials =
        ["ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""];

    private static readonly string[] None = [""];

    // By a word's first letter, since every word of every question is tried.
    private static readonly string[][] ByLetter = [.. Enumerable.Range(0, 'đ' + 1).Select(letter => Initials.Where(i => i.Length == 0 || i[0] == letter).ToArray())];

    private static readonly FrozenSet<string> Rhymes = """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
        e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
        i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y yêm yên yêng yêt yêu
        o oc oi om on ong op ot ooc oong oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
        ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
        u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uy uya uych uynh uyt uyu uyên uyêt uyn uyp uơ uôc uôi uôm uôn uông uôt
        ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Rhymes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word in lower case and NFC is a syllable.</summary>
    public static bool IsSyllable(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 7) return false;
        Span<char> toneless = stackalloc char[word.Length];
        for (var i = 0; i < word.Length; i++) toneless[i] = Letters.WithoutTone(word[i]);
        foreach (var initial in InitialsOf(toneless[0]))
        {
            if (!toneless.StartsWith(initial)) continue;
            var rhyme = toneless[initial.Length..];
            if (Lookup.Contains(rhyme) || initial == "gi" && rhyme.Length == 0) return AllowsTone(word, rhyme);
        }
        return false;
    }

    private static string[] InitialsOf(char letter) => letter < ByLetter.Length ? ByLetter[letter] : None;

    // Rhymes that end in a stop have only the sharp and the heavy tone.
    private static bool AllowsTone(ReadOnlySpan<char> word, ReadOnlySpan<char> rhyme)
    {
        if (rhyme.Length < 2 || !(rhyme[^1] is 'c' or 'p' or 't' || rhyme[^1] == 'h' && rhyme[^2] == 'c')) return true;
        foreach (var letter in word)
            if (Letters.ToneOf(letter) is '\u0300' or '\u0303' or '\u0309')
                return false;
        return true;
    }
}
