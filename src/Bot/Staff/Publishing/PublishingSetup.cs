namespace Bot.Staff.Publishing;

/// <summary>Versions and publishing, as services.</summary>
public static class PublishingSetup
{
    public static IServiceCollection AddPublishing(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(PublishOptions.From(configuration))
        .AddSingleton<VersionLog>()
        .AddSingleton<ClashLog>()
        .AddSingleton<ClashDesk>()
        .AddSingleton<NoticeFolder>()
        .AddSingleton<Publisher>()
        .AddSingleton<DiskWatch>()
        .AddHostedService(services => services.GetRequiredService<DiskWatch>());
}
