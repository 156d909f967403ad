using Bot.Recognizers;

namespace Bot.Dossiers;

/// <summary>A source on somebody else's machine: its time is not ours to even out, and what it said last is kept for when it cannot be asked.</summary>
public interface IRemoteDossierSource : IDossierSource
{
    /// <summary>What it said last, proven as ever; null for nothing known and for a wrong verifier alike.</summary>
    Dossier? LastKnown(DossierCode code, string? verifier);
}
