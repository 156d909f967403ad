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
        var result = await AskAsync(code, verifier, stopping);
        if (result is LookUp.NoMatch) return ticket.Strict ? new LookUp.Limited() : result;
        await limits.ReleaseAsync(ticket);
        return result;
    }

    /// <summary>The dossier for somebody who has proven before that he may know: no guess, so that no limit counts it.</summary>
    public Task<LookUp> RecallAsync(DossierCode code, CancellationToken stopping) => AskAsync(code, null, stopping);

    private async Task<LookUp> AskAsync(DossierCode code, string? verifier, CancellationToken stopping)
    {
        try
        {
            return await source.FindAsync(code, verifier, stopping).WaitAsync(Patience, time, stopping) is { } dossier ? new LookUp.Found(dossier) : new LookUp.NoMatch();
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            logger.LogError(error, "The dossier source {Source} could not be asked", source.Name);
            return new LookUp.Down();
        }
    }
}
