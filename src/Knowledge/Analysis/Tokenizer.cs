using System.Collections.Immutable;

namespace Knowledge.Analysis;

/// <summary>Cuts a normalised text into words: runs of letters and digits.</summary>
public static class Tokenizer
{
    /// <summary>The words of a text that <see cref="Normalizer"/> has been over.</summary>
    public static AnalyzedText Tokenize(string normalized)
    {
        var folded = Letters.Fold(normalized);
        var tokens = ImmutableArray.CreateBuilder<Token>(normalized.Length / 4 + 1);
        for (var i = 0; i < normalized.Length;)
        {
            if (!Letters.IsInWords(normalized[i]))
            {
                i++;
                continue;
            }
            var start = i;
            var marked = false;
            for (; i < normalized.Length && Letters.IsInWords(normalized[i]); i++) marked |= normalized[i] != folded[i];
            tokens.Add(new Token(start, i - start, marked));
        }
        return new AnalyzedText(normalized, folded, tokens.DrainToImmutable());
    }
}
