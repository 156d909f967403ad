using Bot.Recognizers;
using Bot.Storage;

namespace Bot.Dossiers.Sources;

/// <summary>The dossiers in the table of the assistant's own store; what a portal said once is not among them, being no news any more.</summary>
public sealed class StoredDossierSource(Database database, KeyedHash hash) : IDossierSource
{
    public const string SourceName = "stored";

    private readonly DossierTable table = new(database, hash, "source <> 'portal'");

    public string Name => SourceName;

    /// <inheritdoc/>
    public Task<Dossier?> FindAsync(DossierCode code, string? verifier, CancellationToken stopping) => Task.FromResult(table.Find(code, verifier));
}
