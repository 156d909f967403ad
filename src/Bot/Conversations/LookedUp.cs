using Bot.Dossiers;

namespace Bot.Conversations;

/// <summary>The look-up that a decision asked for has come back.</summary>
public sealed record LookedUp(DateTimeOffset At, Effect For, LookUp Result) : Turn(At);
