using Bot.Recognizers;

namespace Bot.Conversations;

/// <summary>What the shell is to do before a turn can end; each comes back as a turn of its own.</summary>
public abstract record Effect
{
    /// <summary>Look a dossier up on the proof that the citizen gave (four digits); comes back as <see cref="LookedUp"/>.</summary>
    public sealed record Find(DossierCode Code, string Verifier) : Effect;

    /// <summary>Look up again what was proven in this conversation a while ago; comes back as <see cref="LookedUp"/>.</summary>
    public sealed record Recall(DossierCode Code) : Effect;
}
