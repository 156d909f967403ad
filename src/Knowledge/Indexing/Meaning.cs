using Knowledge.Analysis;

namespace Knowledge.Indexing;

/// <summary>How much each word of a text says of what the text is about: as much as it is rare, less where it stands in every question or only asks for an aspect.</summary>
internal static class Meaning
{
    // Longer texts are not weighed on the stack.
    private const int Short = 256;

    /// <summary>Weighs every word; <paramref name="weights"/> has as many places as the text has words.</summary>
    public static void Weigh(AnalyzedText text, PassageIndex index, Span<float> weights)
    {
        var count = text.Tokens.Length;
        Span<bool> light = count <= Short ? stackalloc bool[count] : new bool[count];
        Span<bool> asks = count <= Short ? stackalloc bool[count] : new bool[count];
        index.Analyzer.MarkLight(text, light);
        index.Analyzer.MarkAspects(text, asks);
        for (var i = 0; i < count; i++)
        {
            var folded = text.FoldedOf(text.Tokens[i]);
            var @class = index.Lexicon.FindClass(folded);
            var holders = @class < 0 ? 0 : index.Classes.Holders(@class);
            // A number that no passage holds is a detail of the question, not what it is about.
            var isLight = light[i] || holders == 0 && char.IsAsciiDigit(folded[0]);
            weights[i] = index.Rarity(holders) * (isLight ? index.Parameters.LightWord : asks[i] ? index.Parameters.AspectWord : 1);
        }
    }

    /// <summary>How much a text says in all.</summary>
    public static float Of(AnalyzedText text, PassageIndex index)
    {
        Span<float> weights = text.Tokens.Length <= Short ? stackalloc float[text.Tokens.Length] : new float[text.Tokens.Length];
        Weigh(text, index, weights);
        var all = 0f;
        foreach (var weight in weights) all += weight;
        return all;
    }
}
