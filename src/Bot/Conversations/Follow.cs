namespace Bot.Conversations;

/// <summary>A dossier whose changes the citizen wants to be told.</summary>
/// <param name="Owner">Whose it was when he proved it (<see cref="Dossiers.Dossier.Owner"/>).</param>
/// <param name="Mark">What he knows of it (<see cref="Dossiers.DossierMark"/>): another one is a change.</param>
/// <param name="Until">When it ends by itself.</param>
public sealed record Follow(string Code, string? Owner, string Mark, DateTimeOffset Until);
