namespace Bot.Dossiers;

/// <summary>Something that is to be paid.</summary>
/// <param name="Amount">In đồng; null where the source does not say.</param>
public sealed record Fee(string Name, long? Amount);
