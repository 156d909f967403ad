using System.Collections.Immutable;

namespace Knowledge.Analysis;

/// <summary>
/// Finds known phrases among the words of a text. A word typed without diacritics may stand for any word that folds to it;
/// a word typed with diacritics only for itself.
/// </summary>
public sealed class PhraseTable<T>
{
    private readonly Dictionary<string, Phrase<T>[]> byFirstWord;
    private readonly Dictionary<string, Phrase<T>[]>.AlternateLookup<ReadOnlySpan<char>> lookup;
    // The first words' shapes: most words of a text begin no phrase, and need not be looked up to know it.
    private readonly System.Collections.BitArray shapes = new(1 << 14);

    public PhraseTable(IEnumerable<(string Text, T Meaning)> phrases)
    {
        var read = new List<Phrase<T>>();
        foreach (var (text, meaning) in phrases)
        {
            var analyzed = Tokenizer.Tokenize(Normalizer.Normalize(text));
            if (analyzed.Tokens.IsEmpty) continue;
            read.Add(new Phrase<T>(
                [.. analyzed.Tokens.Select(t => analyzed.ExactOf(t).ToString())],
                [.. analyzed.Tokens.Select(t => analyzed.FoldedOf(t).ToString())],
                meaning));
        }
        // The longest first; the sort is stable, so that the file's order decides among equals.
        byFirstWord = read.GroupBy(p => p.Folded[0]).ToDictionary(g => g.Key, g => g.OrderByDescending(p => p.Folded.Length).ToArray());
        lookup = byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in byFirstWord.Keys) shapes[Shape(word)] = true;
    }

    /// <summary>The phrases that may begin at a word, the longest first; ask <see cref="Stands"/> of each.</summary>
    public ReadOnlySpan<Phrase<T>> Candidates(AnalyzedText text, int index) =>
        text.FoldedOf(text.Tokens[index]) is var word && shapes[Shape(word)] && lookup.TryGetValue(word, out var candidates) ? candidates : [];

    /// <summary>The longest phrase that begins at a word; null when none does.</summary>
    public Phrase<T>? LongestAt(AnalyzedText text, int index)
    {
        foreach (var phrase in Candidates(text, index))
            if (Stands(phrase, text, index))
                return phrase;
        return null;
    }

    /// <summary>Whether all the words of a phrase stand in the text from a word on.</summary>
    public static bool Stands(Phrase<T> phrase, AnalyzedText text, int index)
    {
        if (index + phrase.Folded.Length > text.Tokens.Length) return false;
        for (var i = 0; i < phrase.Folded.Length; i++)
        {
            var token = text.Tokens[index + i];
            if (token.IsMarked ? !text.ExactOf(token).SequenceEqual(phrase.Exact[i]) : !text.FoldedOf(token).SequenceEqual(phrase.Folded[i])) return false;
        }
        return true;
    }

    private static int Shape(ReadOnlySpan<char> word) => (word[0] & 31) << 9 | (word[^1] & 31) << 4 | Math.Min(15, word.Length);
}
