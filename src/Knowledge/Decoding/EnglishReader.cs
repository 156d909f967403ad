using System.Text;
using Knowledge.Analysis;

namespace Knowledge.Decoding;

/// <summary>Reads a question in English as the Vietnamese words that the notices would use for it.</summary>
internal sealed class EnglishReader(Vocabulary vocabulary)
{
    private const float LeastShare = 0.6f;

    // Where only few words are known, but nearly all others are none of Vietnamese, it is English all the same; typed in keystrokes, no word is known.
    private const float LeastForeign = 0.8f;
    private const int LeastKnown = 2;

    // Beside Vietnamese words, as of a status that is asked about, so many must be known, and no fewer than those.
    private const int LeastBesideMarked = 3;

    // "ok" is anybody's.
    private const int ShortestForeign = 2;

    private readonly PhraseTable<string> words = new(vocabulary.English.Select(row => (row.English, row.Vietnamese)));

    /// <summary>The text in Vietnamese; null when it is not in English.</summary>
    /// <param name="isExpected">Whether English has been spoken so far: then one word is enough, and it may be a Vietnamese syllable, too.</param>
    public AnalyzedText? Read(AnalyzedText text, bool isExpected = false)
    {
        var (known, foreign, strange, marked, all) = (0, 0, 0, 0, 0);
        var written = new StringBuilder();
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            var token = text.Tokens[i];
            // Numbers and codes are of no language.
            if (token.IsMarked) marked++;
            else if (text.ExactOf(token).IndexOfAnyInRange('0', '9') < 0) all++;
            if (words.LongestAt(text, i) is not { } phrase)
            {
                if (!token.IsMarked && IsForeign(text.ExactOf(token))) strange++;
                written.Append(text.ExactOf(token)).Append(' ');
                continue;
            }
            known += phrase.Folded.Length;
            all += phrase.Folded.Length - 1;
            foreach (var word in phrase.Folded)
                if (IsForeign(word))
                    foreign++;
            if (phrase.Meaning.Length > 0) written.Append(phrase.Meaning).Append(' ');
            i += phrase.Folded.Length - 1;
        }
        // Many short English words are Vietnamese syllables without their diacritics: some of the words must be none.
        if (known == 0 || !isExpected && (foreign == 0 || text.Tokens.Length < 2)) return null;
        if (known < LeastShare * all && (known < LeastKnown || known + strange < LeastForeign * all)) return null;
        if (marked > 0 && (known < LeastBesideMarked || known < marked)) return null;
        return written.Length == 0 ? text : Tokenizer.Tokenize(Normalizer.Normalize(written.ToString()));
    }

    private static bool IsForeign(ReadOnlySpan<char> word) => word.Length > ShortestForeign && word.IndexOfAnyInRange('0', '9') < 0 && !Syllables.IsSyllable(word);
}
