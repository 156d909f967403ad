using Bot.Content;
using Bot.Dossiers.Following;
using Bot.Dossiers.Sources;

namespace Bot.Dossiers;

/// <summary>The dossier look-up, as services.</summary>
public static class DossierSetup
{
    public static IServiceCollection AddDossiers(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment) => services
        .AddSingleton(GuessOptions.From(configuration))
        .AddSingleton(DossierOptions.From(configuration, environment))
        .AddSingleton(FollowOptions.From(configuration))
        .AddSingleton<GuessLimits>()
        .AddSingleton<LookUpLog>()
        .AddSingleton<IDossierSource, StoredDossierSource>()
        .AddSingleton<DossierDesk>()
        .AddHostedService<ChangeWatch>()
        .AddHostedService(all => ActivatorUtilities.CreateInstance<SampleDossiers>(all, all.GetRequiredService<LiveContent>().Folder));
}
