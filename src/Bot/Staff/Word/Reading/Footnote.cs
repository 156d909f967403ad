using System.Collections.Immutable;

namespace Bot.Staff.Word.Reading;

/// <summary>A footnote or endnote, numbered in the order of the text.</summary>
internal sealed record Footnote(int Number, ImmutableArray<TextSpan> Spans);
