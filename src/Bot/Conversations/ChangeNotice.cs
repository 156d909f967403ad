namespace Bot.Conversations;

/// <summary>What a reply tells of a dossier's change, for channels that take only a template once their window has closed.</summary>
/// <param name="State">The new state's label.</param>
public sealed record ChangeNotice(string Code, string State);
