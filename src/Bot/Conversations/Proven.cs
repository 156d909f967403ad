namespace Bot.Conversations;

/// <summary>A dossier that the citizen has proven to be his, and until when that counts.</summary>
/// <param name="Owner">Whose it was then (<see cref="Dossiers.Dossier.Owner"/>): if it is somebody else's now, nothing is proven.</param>
public sealed record Proven(string Code, string? Owner, DateTimeOffset Until);
