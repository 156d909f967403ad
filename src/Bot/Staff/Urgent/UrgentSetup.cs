namespace Bot.Staff.Urgent;

/// <summary>Banners and switches, as services.</summary>
public static class UrgentSetup
{
    public static IServiceCollection AddUrgent(this IServiceCollection services) => services
        .AddSingleton<UrgentLog>()
        .AddSingleton<LiveStanding>()
        .AddSingleton<UrgentDesk>()
        .AddHostedService(services => services.GetRequiredService<LiveStanding>());
}
