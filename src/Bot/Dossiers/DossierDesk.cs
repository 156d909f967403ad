using System.Security.Cryptography;
using Bot.Recognizers;

namespace Bot.Dossiers;

/// <summary>Answers look-ups: within the limits on guessing, and in bounded time whatever the source does.</summary>
public sealed class DossierDesk(IDossierSource source, GuessLimits limits, TimeProvider time, ILogger<DossierDesk> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Who cannot be told apart shares one allowance.
    private static readonly byte[] Unknown = SHA256.HashData("unknown sender"u8);

    /// <param name="sender">The keyed hash of who asks.</param>
    public async Task<LookUp> LookUpAsync(DossierCode code, string verifier, byte[]? sender, CancellationToken stopping)
    {
        if (await limits.TakeAsync(code.Text, sender ?? Unknown) is not { } ticket) return new LookUp.Limited();
        Dossier? dossier;
        try
        {
            dossier = await source.FindAsync(code, verifier, stopping).WaitAsync(Patience, time, stopping);
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            logger.LogError(error, "The dossier source could not be asked");
            await limits.ReleaseAsync(ticket);
            return new LookUp.Down();
        }
        if (dossier is null) return ticket.Strict ? new LookUp.Limited() : new LookUp.NoMatch();
        await limits.ReleaseAsync(ticket);
        return new LookUp.Found(dossier);
    }

    /// <summary>The dossier for somebody who has proven before that he may know: no guess, so that no limit counts it.</summary>
    public async Task<LookUp> RecallAsync(DossierCode code, CancellationToken stopping)
    {
        try
        {
            return await source.FindAsync(code, null, stopping).WaitAsync(Patience, time, stopping) is { } dossier ? new LookUp.Found(dossier) : new LookUp.NoMatch();
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            logger.LogError(error, "The dossier source could not be asked");
            return new LookUp.Down();
        }
    }
}
