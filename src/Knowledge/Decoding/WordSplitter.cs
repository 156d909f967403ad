using System.Text;
using Knowledge.Analysis;

namespace Knowledge.Decoding;

/// <summary>Takes words apart that were typed without the space between them: "hoso" is "ho so". Only what the texts hold side by side is taken apart.</summary>
internal sealed class WordSplitter(SyllableModel model)
{
    private const int Shortest = 4;
    private const int Longest = 24;
    private const int ShortestPiece = 2;
    private const int LongestPiece = 7;

    /// <summary>The text with such words apart; the same when there are none.</summary>
    public AnalyzedText Split(AnalyzedText text)
    {
        Span<char> syllable = stackalloc char[Keystrokes.LongestKeys];
        StringBuilder? written = null;
        var copied = 0;
        foreach (var token in text.Tokens)
        {
            if (token.Length is < Shortest or > Longest || text.FoldedOf(token) is var folded && (model.Lexicon.FindClass(folded) >= 0 || Syllables.IsSyllable(folded))) continue;
            if (Keystrokes.Read(text.ExactOf(token), syllable) is > 0 and var length && model.Lexicon.Find(syllable[..length]) >= 0) continue;
            if (Cuts(folded) is not { } cuts) continue;
            written ??= new StringBuilder(text.Exact.Length + 8);
            written.Append(text.Exact, copied, token.Start - copied);
            copied = token.Start;
            foreach (var cut in cuts)
            {
                written.Append(text.Exact, copied, token.Start + cut - copied).Append(' ');
                copied = token.Start + cut;
            }
        }
        return written is null ? text : Tokenizer.Tokenize(written.Append(text.Exact, copied, text.Exact.Length - copied).ToString());
    }

    // The places to cut; the fewest pieces that each follow the one before somewhere in the texts.
    private int[]? Cuts(ReadOnlySpan<char> word)
    {
        // Ends of pieces reached so far: the piece's class, and where it begins.
        Span<(int Class, int Start, int Pieces)> reached = stackalloc (int, int, int)[word.Length + 1];
        reached.Fill((-1, 0, int.MaxValue));
        reached[0] = (-1, 0, 0);
        for (var start = 0; start < word.Length; start++)
        {
            if (reached[start].Pieces == int.MaxValue) continue;
            for (var end = start + ShortestPiece; end <= Math.Min(word.Length, start + LongestPiece); end++)
            {
                if (reached[end].Pieces <= reached[start].Pieces + 1) continue;
                var piece = model.Lexicon.FindClass(word[start..end]);
                if (piece < 0 || start > 0 && !Follows(reached[start].Class, piece)) continue;
                reached[end] = (piece, start, reached[start].Pieces + 1);
            }
        }
        if (reached[word.Length].Pieces is int.MaxValue or < 2) return null;
        var cuts = new int[reached[word.Length].Pieces - 1];
        for (var (i, end) = (cuts.Length - 1, word.Length); i >= 0; i--) cuts[i] = end = reached[end].Start;
        return cuts;
    }

    private bool Follows(int first, int second)
    {
        foreach (var one in model.WithClass(first))
            foreach (var other in model.WithClass(second))
                if (model.Count(one, other) > 0)
                    return true;
        return false;
    }
}
