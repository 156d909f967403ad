using Bot.Recognizers;

namespace Bot.Dossiers;

/// <summary>A place that knows dossiers: one of the extension points.</summary>
public interface IDossierSource
{
    /// <summary>The dossier of a code when the verifier (four digits) is its phone's last four; null for no such dossier and for a wrong verifier alike, in the same time.</summary>
    Task<Dossier?> FindAsync(DossierCode code, string verifier, CancellationToken stopping);
}
