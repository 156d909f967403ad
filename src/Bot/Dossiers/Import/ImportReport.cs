namespace Bot.Dossiers.Import;

/// <summary>What an import did.</summary>
/// <param name="Refusal">Why nothing was imported; null when it was.</param>
public sealed record ImportReport(int Stored, int Removed, IReadOnlyList<(int Line, string Fault)> Faults, IReadOnlyList<string> UnknownHeaders, IReadOnlyCollection<string> UnknownStates, string? Refusal = null)
{
    public static ImportReport Refused(string why) => new(0, 0, [], [], [], why);
}
