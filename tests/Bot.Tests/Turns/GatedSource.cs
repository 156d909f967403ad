using Bot.Dossiers;
using Bot.Recognizers;

namespace Bot.Tests.Turns;

/// <summary>A dossier source that answers when the test lets it.</summary>
internal sealed class GatedSource : IDossierSource
{
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Dossier?> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => "gated";

    /// <summary>Done once somebody asks.</summary>
    public Task Asked => asked.Task;

    public void Answer(Dossier? dossier) => answer.SetResult(dossier);

    public void Fail() => answer.SetException(new IOException("the registry 000.00.15.H37-260914-0003 is away"));

    public Task<Dossier?> FindAsync(DossierCode code, string? verifier, CancellationToken stopping)
    {
        asked.TrySetResult();
        return answer.Task;
    }
}
