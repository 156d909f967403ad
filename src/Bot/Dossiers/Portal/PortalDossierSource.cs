using Bot.Recognizers;
using Bot.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace Bot.Dossiers.Portal;

/// <summary>The dossiers of an HTTP portal in the shape of the national sync services.</summary>
public sealed class PortalDossierSource(
    PortalClient client, HoSoReader reader, LastKnownDossiers lastKnown, PortalOptions options, KeyedHash hash, TimeProvider time,
    ILogger<PortalDossierSource> logger) : IRemoteDossierSource, IDisposable
{
    public const string SourceName = "portal";

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = options.CacheEntries, Clock = new CacheClock(time) });

    public string Name => SourceName;

    /// <inheritdoc/>
    public async Task<Dossier?> FindAsync(DossierCode code, string? verifier, CancellationToken stopping)
    {
        var told = await AskAsync(code, stopping);
        var isProven = (told?.Proof ?? OwnerProof.None).IsMetBy(hash, told?.Dossier.Code ?? code.Text, verifier);
        if (told is null || !isProven) return null;
        await KeepAsync(told);
        return told.Dossier with { Owner = told.Proof.Owner };
    }

    /// <inheritdoc/>
    public Dossier? LastKnown(DossierCode code, string? verifier) => lastKnown.Find(code, verifier);

    public void Dispose() => cache.Dispose();

    private async Task<PortalDossier?> AskAsync(DossierCode code, CancellationToken stopping)
    {
        if (cache.TryGetValue(code.Text, out PortalDossier? known)) return known;
        var body = await client.AskAsync(code, stopping);
        var told = body is null ? null : reader.Read(PortalEnvelope.Answer(body, options.NoneCodes), code, time.GetUtcNow());
        // Also that there is none: who guesses asks for the same code again and again.
        if (options.CacheFor > TimeSpan.Zero)
            cache.Set(code.Text, told, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = options.CacheFor });
        return told;
    }

    // Only what its owner asked for is kept: nobody fills the table with other people's dossiers by guessing codes.
    private async Task KeepAsync(PortalDossier told)
    {
        try
        {
            await lastKnown.KeepAsync(told);
        }
        catch (Exception error)
        {
            logger.LogError(error, "What the portal said could not be written down; it is told all the same");
        }
    }
}
