using Bot.Dossiers.Portal;
using Bot.Dossiers.Sources;
using Bot.Operation.Settings;

namespace Bot.Dossiers;

/// <summary>Which dossiers can be looked up.</summary>
public sealed record DossierOptions
{
    private const string SourcesKey = "Dossiers:Sources";

    private static readonly string[] Known = [StoredDossierSource.SourceName, PortalDossierSource.SourceName];

    /// <summary>Whether a few invented dossiers, marked as such, stand in the table.</summary>
    public bool Samples { get; init; }

    /// <summary>The names of the sources, in the order in which they are asked.</summary>
    public string[] Sources { get; init; } = [StoredDossierSource.SourceName];

    public static DossierOptions From(IConfiguration configuration, IHostEnvironment environment) =>
        new() { Samples = configuration.Switch("Dossiers:Samples", environment.IsDevelopment()), Sources = ReadSources(configuration) };

    private static string[] ReadSources(IConfiguration configuration)
    {
        var named = configuration.List(SourcesKey);
        if (named.Length == 0) return PortalOptions.IsNamed(configuration) ? Known : Known[..1];
        return named.All(Known.Contains) && named.Distinct().Count() == named.Length
            ? named : throw SettingReading.Bad(SourcesKey, string.Join(',', named), $"phải là danh sách không trùng của {string.Join(", ", Known)}");
    }
}
