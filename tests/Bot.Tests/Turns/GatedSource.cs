using Bot.Dossiers;
using Bot.Recognizers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Tests.Turns;

/// <summary>A dossier source that answers when the test lets it.</summary>
internal sealed class GatedSource : IDossierSource
{
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Dossier?> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => "gated";

    /// <summary>Done once somebody asks.</summary>
    public Task Asked => asked.Task;

    /// <summary>Makes it the only source of a host.</summary>
    public void Alone(IServiceCollection services) => services.RemoveAll<IDossierSource>().AddSingleton<IDossierSource>(this);

    public void Answer(Dossier? dossier) => answer.SetResult(dossier);

    public void Fail() => answer.SetException(new IOException("the registry 000.00.15.H37-260914-0003 is away"));

    public Task<Dossier?> FindAsync(DossierCode code, string? verifier, CancellationToken stopping)
    {
        asked.TrySetResult();
        return answer.Task;
    }
}
