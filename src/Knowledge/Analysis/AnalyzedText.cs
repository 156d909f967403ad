using System.Collections.Immutable;

namespace Knowledge.Analysis;

/// <summary>A text as the index sees it: lower case, NFC, one spelling for equal spellings, cut into words, with a folded twin of the same length.</summary>
public sealed class AnalyzedText(string exact, string folded, ImmutableArray<Token> tokens)
{
    public string Exact { get; } = exact;

    public string Folded { get; } = folded;

    public ImmutableArray<Token> Tokens { get; } = tokens;

    /// <summary>The word as written.</summary>
    public ReadOnlySpan<char> ExactOf(Token token) => Exact.AsSpan(token.Start, token.Length);

    /// <summary>The word without diacritics.</summary>
    public ReadOnlySpan<char> FoldedOf(Token token) => Folded.AsSpan(token.Start, token.Length);

    /// <summary>The same text with only some of its tokens.</summary>
    public AnalyzedText With(ImmutableArray<Token> kept) => new(Exact, Folded, kept);
}
