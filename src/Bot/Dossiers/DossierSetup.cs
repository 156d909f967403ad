using Bot.Content;
using Bot.Dossiers.Sources;

namespace Bot.Dossiers;

/// <summary>The dossier look-up, as services.</summary>
public static class DossierSetup
{
    public static IServiceCollection AddDossiers(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment) => services
        .AddSingleton(GuessOptions.From(configuration))
        .AddSingleton(DossierOptions.From(configuration, environment))
        .AddSingleton<GuessLimits>()
        .AddSingleton<IDossierSource, StoredDossierSource>()
        .AddSingleton<DossierDesk>()
        .AddHostedService(all => ActivatorUtilities.CreateInstance<SampleDossiers>(all, all.GetRequiredService<LiveContent>().Folder));
}
