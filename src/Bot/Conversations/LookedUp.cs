using Bot.Dossiers;
using Bot.Recognizers;

namespace Bot.Conversations;

/// <summary>The look-up that a decision asked for has come back.</summary>
public sealed record LookedUp(DateTimeOffset At, DossierCode Code, LookUp Result) : Turn(At);
