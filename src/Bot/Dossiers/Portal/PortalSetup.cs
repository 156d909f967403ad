namespace Bot.Dossiers.Portal;

/// <summary>The portal, as services.</summary>
public static class PortalSetup
{
    public static IServiceCollection AddPortal(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(PortalOptions.From(configuration))
        .AddSingleton<PortalClient>()
        .AddSingleton<HoSoReader>()
        .AddSingleton<LastKnownDossiers>()
        .AddSingleton<IDossierSource, PortalDossierSource>();
}
