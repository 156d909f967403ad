using System.Collections.Immutable;

namespace Bot.Staff.Word.Reading;

/// <summary>A document as it is read: its blocks in order, and what is to be said of the whole of it.</summary>
internal sealed record ReadDocument(ImmutableArray<Block> Blocks, ImmutableArray<Remark> Remarks);
