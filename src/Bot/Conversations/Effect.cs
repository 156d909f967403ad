using Bot.Recognizers;

namespace Bot.Conversations;

/// <summary>What the shell is to do before the turn can end: look a dossier up, on the proof that the citizen gave.</summary>
public sealed record Effect(DossierCode Code, string Verifier);
