namespace Bot.Conversations;

/// <summary>A dossier that this conversation may follow seems to have changed.</summary>
public sealed record DossierChanged(DateTimeOffset At, string Code) : Turn(At);
