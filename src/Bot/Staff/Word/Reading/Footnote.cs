using System.Collections.Immutable;

namespace Bot.Staff.Word.Reading;

/// <summary>A footnote or endnote, numbered in the order of the text.</summary>
internal sealed record Footnote(int Number, ImmutableArray<TextSpan> Spans)
{
    /// <summary>How the text refers to it.</summary>
    public string Mark => MarkOf(Number);

    public static string MarkOf(int number) => $"[{number}]";
}
