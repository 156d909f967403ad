using Bot.Recognizers;

namespace Bot.Dossiers;

/// <summary>The sources in the order in which they are asked: the first that proves the dossier answers; for one that fails, the next is asked.</summary>
public sealed class DossierSources(IEnumerable<IDossierSource> sources, TimeProvider time, ILogger<DossierSources> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // What a remote source takes is not ours: it may find a dossier faster than it finds out that there is none. A look-up that it has to do with and
    // that proves nothing is answered on the beat only, so that its time seldom tells a wrong verifier from a wrong code.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly IDossierSource[] sources = [.. sources];

    private bool IsRemote => Array.Exists(sources, source => source is IRemoteDossierSource);

    /// <param name="verifier">Null: who asks has proven before that he may know.</param>
    public async Task<LookUp> AskAsync(DossierCode code, string? verifier, CancellationToken stopping)
    {
        var began = time.GetTimestamp();
        var result = await FirstAsync(code, verifier, began, stopping);
        if (IsRemote && verifier is not null && result is not LookUp.Found)
            await Task.Delay(TimeSpan.FromTicks(Beat.Ticks - time.GetElapsedTime(began).Ticks % Beat.Ticks), time, stopping);
        return result;
    }

    private async Task<LookUp> FirstAsync(DossierCode code, string? verifier, long began, CancellationToken stopping)
    {
        var (down, isCompared) = (new List<IDossierSource>(), false);
        foreach (var source in sources)
        {
            try
            {
                if (await source.FindAsync(code, verifier, stopping).WaitAsync(Left(began), time, stopping) is { } dossier) return new LookUp.Found(dossier);
                isCompared = true;
            }
            catch (Exception error) when (!stopping.IsCancellationRequested)
            {
                logger.LogError(error, "The dossier source {Source} could not be asked", source.Name);
                down.Add(source);
            }
        }
        if (down.Count == 0) return new LookUp.NoMatch();
        // Counted as a guess wherever something could have been found, whether anything was: else the limits would tell which codes exist.
        foreach (var source in down.OfType<IRemoteDossierSource>())
        {
            isCompared = true;
            if (Remembered(source, code, verifier) is { } known) return new LookUp.Found(known, IsLastKnown: true);
        }
        return new LookUp.Down(isCompared);
    }

    private Dossier? Remembered(IRemoteDossierSource source, DossierCode code, string? verifier)
    {
        try
        {
            return source.LastKnown(code, verifier);
        }
        catch (Exception error)
        {
            logger.LogError(error, "What the dossier source {Source} said last could not be read", source.Name);
            return null;
        }
    }

    private TimeSpan Left(long began) => Patience - time.GetElapsedTime(began) is { Ticks: > 0 } left ? left : TimeSpan.Zero;
}
