namespace Bot.Conversations;

/// <summary>A dossier whose changes the citizen wants to be told.</summary>
/// <param name="Mark">What he knows of it (<see cref="Dossiers.DossierMark"/>): another one is a change.</param>
/// <param name="Until">When it ends by itself.</param>
public sealed record Follow(string Code, string Mark, DateTimeOffset Until);
