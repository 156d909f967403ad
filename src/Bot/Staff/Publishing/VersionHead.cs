namespace Bot.Staff.Publishing;

/// <summary>The latest version of a notice without its text.</summary>
/// <param name="Mark">The mark of its text; null where the notice was taken away.</param>
/// <param name="IsWritten">Whether the one folder of a single node is known to hold it.</param>
public sealed record VersionHead(long Number, string? Mark, bool IsWritten);
