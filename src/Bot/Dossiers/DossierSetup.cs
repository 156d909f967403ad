using Bot.Content;
using Bot.Dossiers.Following;
using Bot.Dossiers.Import;
using Bot.Dossiers.Portal;
using Bot.Dossiers.Sources;

namespace Bot.Dossiers;

/// <summary>The dossier look-up, as services.</summary>
public static class DossierSetup
{
    public static IServiceCollection AddDossiers(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var options = DossierOptions.From(configuration, environment);
        // They are asked in the order in which they are registered.
        foreach (var name in options.Sources)
        {
            if (name == PortalDossierSource.SourceName) services.AddPortal(configuration);
            else services.AddSingleton<IDossierSource, StoredDossierSource>();
        }
        return services
            .AddSingleton(GuessOptions.From(configuration))
            .AddSingleton(options)
            .AddSingleton(FollowOptions.From(configuration))
            .AddSingleton<GuessLimits>()
            .AddSingleton<LookUpLog>()
            .AddSingleton<DossierSources>()
            .AddSingleton<DossierDesk>()
            .AddHostedService<ChangeWatch>()
            .AddHostedService(all => ActivatorUtilities.CreateInstance<SampleDossiers>(all, all.GetRequiredService<LiveContent>().Folder))
            .AddImport(configuration);
    }

    private static IServiceCollection AddImport(this IServiceCollection services, IConfiguration configuration)
    {
        // Read whether or not there is a folder: a mapping that cannot be used shows at start.
        services.AddSingleton(DossierMapping.From(configuration)).AddSingleton(Agencies.From(configuration)).AddSingleton<DossierImport>();
        return FolderOptions.From(configuration) is { } folder ? services.AddSingleton(folder).AddHostedService<DossierFolder>() : services;
    }
}
