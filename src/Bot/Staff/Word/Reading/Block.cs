using System.Collections.Immutable;

namespace Bot.Staff.Word.Reading;

/// <summary>One thing after the other in a document: a paragraph or a table.</summary>
internal abstract record Block
{
    /// <summary>What stood here and is not carried.</summary>
    public ImmutableArray<Remark> Remarks { get; init; } = [];
}
