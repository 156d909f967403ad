using System.Collections.Immutable;

namespace Knowledge.Analysis;

/// <summary>
/// Finds known phrases among the words of a text. A word typed without diacritics may stand for any word that folds to it;
/// a word typed with diacritics only for itself.
/// </summary>
public sealed class PhraseTable<T>
{
    private readonly Dictionary<string, Beginning> byFirstWord;
    private readonly Dictionary<string, Beginning>.AlternateLookup<ReadOnlySpan<char>> lookup;
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
        byFirstWord = read.GroupBy(p => p.Folded[0]).ToDictionary(g => g.Key, g => new Beginning([.. g.OrderByDescending(p => p.Folded.Length)]));
        lookup = byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in byFirstWord.Keys) shapes[Shape(word)] = true;
    }

    /// <summary>The phrases that stand in a text from a word on, the longest first.</summary>
    public Standing At(AnalyzedText text, int index) =>
        text.FoldedOf(text.Tokens[index]) is var word && shapes[Shape(word)] && lookup.TryGetValue(word, out var beginning) ? new Standing(beginning, text, index) : default;

    /// <summary>The longest phrase that begins at a word; null when none does.</summary>
    public Phrase<T>? LongestAt(AnalyzedText text, int index)
    {
        foreach (var phrase in At(text, index)) return phrase;
        return null;
    }

    private static bool Stands(Phrase<T> phrase, AnalyzedText text, int index)
    {
        if (index + phrase.Folded.Length > text.Tokens.Length) return false;
        for (var i = 0; i < phrase.Folded.Length; i++)
        {
            var token = text.Tokens[index + i];
            if (token.IsMarked ? !text.ExactOf(token).SequenceEqual(phrase.Exact[i]) : !text.FoldedOf(token).SequenceEqual(phrase.Folded[i])) return false;
        }
        return true;
    }

    private static ushort Shape(ReadOnlySpan<char> word) => (ushort)((word[0] & 31) << 9 | (word[^1] & 31) << 4 | Math.Min(15, word.Length));

    /// <summary>The phrases that begin with the same word.</summary>
    internal sealed class Beginning(Phrase<T>[] phrases)
    {
        public readonly Phrase<T>[] Phrases = phrases;

        // The second words' shapes in a row, 0 where there is none: most phrases are known by them not to stand, without being looked at.
        public readonly ushort[] Seconds = [.. phrases.Select(phrase => phrase.Folded.Length == 1 ? (ushort)0 : Shape(phrase.Folded[1]))];
    }

    /// <summary>Goes through the phrases that stand in a text from a word on.</summary>
    public ref struct Standing
    {
        private readonly Beginning? beginning;
        private readonly AnalyzedText text;
        private readonly int index;
        private readonly ushort second;
        private int next;

        internal Standing(Beginning beginning, AnalyzedText text, int index)
        {
            (this.beginning, this.text, this.index) = (beginning, text, index);
            second = index + 1 < text.Tokens.Length ? Shape(text.FoldedOf(text.Tokens[index + 1])) : (ushort)0;
        }

        /// <summary>The phrase.</summary>
        public Phrase<T> Current { get; private set; } = null!;

        public readonly Standing GetEnumerator() => this;

        /// <summary>Goes on to the next one that stands.</summary>
        public bool MoveNext()
        {
            if (beginning is null) return false;
            for (; next < beginning.Phrases.Length; next++)
            {
                if (beginning.Seconds[next] is not 0 and var shape && shape != second || !Stands(beginning.Phrases[next], text, index)) continue;
                Current = beginning.Phrases[next++];
                return true;
            }
            return false;
        }
    }
}
