using Bot.Operation.Settings;

namespace Bot.Dossiers;

/// <summary>Which dossiers can be looked up.</summary>
public sealed record DossierOptions
{
    /// <summary>Whether a few invented dossiers, marked as such, stand in the table.</summary>
    public bool Samples { get; init; }

    public static DossierOptions From(IConfiguration configuration, IHostEnvironment environment) =>
        new() { Samples = configuration.Switch("Dossiers:Samples", environment.IsDevelopment()) };
}
