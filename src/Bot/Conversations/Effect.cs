using Bot.Recognizers;

namespace Bot.Conversations;

/// <summary>What the shell is to do before a turn can end; it comes back as <see cref="LookedUp"/>.</summary>
public abstract record Effect(DossierCode Code)
{
    /// <summary>Look a dossier up on the proof that the citizen gave (four digits).</summary>
    public sealed record Find(DossierCode Code, string Verifier) : Effect(Code);

    /// <summary>Look up again what was proven in this conversation before.</summary>
    /// <param name="Asked">What is asked about it.</param>
    public sealed record Recall(DossierCode Code, string Asked) : Effect(Code);
}
