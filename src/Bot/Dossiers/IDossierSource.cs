using Bot.Recognizers;

namespace Bot.Dossiers;

/// <summary>A place that knows dossiers: one of the extension points.</summary>
public interface IDossierSource
{
    /// <summary>What the settings and the log call it.</summary>
    string Name { get; }

    /// <summary>
    /// The dossier of a code when the verifier (four digits) is the end of the phone or identity number that it was submitted with; null for no such
    /// dossier and for a wrong verifier alike, in the same time. Any exception: the source cannot be asked.
    /// </summary>
    /// <param name="verifier">Null: who asks has proven before that he may know.</param>
    Task<Dossier?> FindAsync(DossierCode code, string? verifier, CancellationToken stopping);
}
