using System.Collections.Immutable;
using Knowledge.Analysis;

namespace Knowledge.Answers;

/// <summary>Takes a message apart where one question may end and the next begin: at punctuation and at words that join.</summary>
internal static class QuestionParts
{
    /// <summary>More parts than these are not told apart.</summary>
    public const int Most = 4;

    private const int LongestName = 2;

    /// <summary>The parts of a message, in their order; only the whole where there is nothing to take apart.</summary>
    public static ImmutableArray<AnalyzedText> Of(AnalyzedText text, Analyzer analyzer)
    {
        var joins = new bool[text.Tokens.Length];
        analyzer.MarkJoining(text, joins);
        var fills = analyzer.Fillers(text);
        var parts = ImmutableArray.CreateBuilder<AnalyzedText>();
        var part = ImmutableArray.CreateBuilder<Token>();
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (joins[i] || i > 0 && IsCut(text, text.Tokens[i - 1], text.Tokens[i])) End();
            if (!joins[i] && !fills[i]) part.Add(text.Tokens[i]);
        }
        End();
        return parts.Count is > 1 and <= Most ? parts.ToImmutable() : [text];

        void End()
        {
            if (part.Count > 0) parts.Add(text.With(part.ToImmutable()));
            part.Clear();
        }
    }

    /// <summary>All parts but one, in one text.</summary>
    public static AnalyzedText Without(AnalyzedText text, ImmutableArray<AnalyzedText> parts, int part) =>
        text.With([.. parts.Where((_, i) => i != part).SelectMany(p => p.Tokens)]);

    /// <summary>Whether a part is a question: one that asks nothing says more of the question beside it, unless it only names something ("giấy tờ, phí, thời gian?").</summary>
    public static bool IsAsked(AnalyzedText part, Analyzer analyzer) => analyzer.Asks(part) || part.Tokens.Length <= LongestName && !analyzer.IsElliptical(part);

    /// <summary>Whether the best passage for the whole message holds a part, or answers it: then that is no question of its own.</summary>
    public static bool IsHeld(ImmutableArray<Evidence> whole, ImmutableArray<Evidence> part, AnswerParameters parameters) =>
        !whole.IsEmpty && part.Any(e => e.Passage == whole[0].Passage && (e.Signs.Aspect > 0 || e.Signs.Coverage >= parameters.CoverageOfWhole));

    /// <summary>A part as it was written.</summary>
    public static string Written(AnalyzedText part) => part.Exact[part.Tokens[0].Start..(part.Tokens[^1].Start + part.Tokens[^1].Length)];

    // A dot or dash within a number or an address cuts nothing: there is no space behind it.
    private static bool IsCut(AnalyzedText text, Token before, Token after)
    {
        var between = text.Exact.AsSpan(before.Start + before.Length, after.Start - before.Start - before.Length);
        return between.IndexOfAny("?!;:\n") >= 0 || between.IndexOfAny(",.") is >= 0 and var at && at + 1 < between.Length;
    }
}
