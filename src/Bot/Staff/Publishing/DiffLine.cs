namespace Bot.Staff.Publishing;

/// <summary>A line of a comparison.</summary>
/// <param name="Sign">'+' added, '-' removed, ' ' in both, '…' where lines that are in both are left out.</param>
public sealed record DiffLine(char Sign, string Text);
