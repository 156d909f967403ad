namespace Bot.Turns;

/// <summary>The road of a message, as services.</summary>
public static class TurnSetup
{
    public static IServiceCollection AddTurns(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(TurnOptions.From(configuration))
        .AddSingleton<ReplyJson>()
        .AddSingleton<Effects>()
        .AddSingleton<Outbox>()
        .AddSingleton<Inbox>()
        .AddSingleton<TurnRunner>()
        .AddHostedService<Sweep>()
        .AddHostedService(services => services.GetRequiredService<TurnRunner>());
}
