using System.Security.Cryptography;
using Bot.Recognizers;

namespace Bot.Dossiers;

/// <summary>Answers look-ups within the limits on guessing.</summary>
public sealed class DossierDesk(DossierSources sources, GuessLimits limits)
{
    // Who cannot be told apart shares one allowance.
    private static readonly byte[] Unknown = SHA256.HashData("unknown sender"u8);

    /// <param name="sender">The keyed hash of who asks.</param>
    public async Task<LookUp> LookUpAsync(DossierCode code, string verifier, byte[]? sender, CancellationToken stopping)
    {
        if (await limits.TakeAsync(code.Text, sender ?? Unknown) is not { } ticket) return new LookUp.Limited();
        var result = await sources.AskAsync(code, verifier, stopping);
        if (result is LookUp.NoMatch) return ticket.Strict ? new LookUp.Limited() : result;
        // One source that is down must not make guessing at the others free.
        if (result is not LookUp.Down { IsCompared: true }) await limits.ReleaseAsync(ticket);
        return result;
    }

    /// <summary>The dossier for somebody who has proven before that he may know: no guess, so that no limit counts it.</summary>
    public Task<LookUp> RecallAsync(DossierCode code, CancellationToken stopping) => sources.AskAsync(code, null, stopping);
}
