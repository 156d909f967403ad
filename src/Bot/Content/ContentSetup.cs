namespace Bot.Content;

/// <summary>The live content, as services.</summary>
public static class ContentSetup
{
    public static IServiceCollection AddContent(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(ContentSettings.From(configuration))
        .AddSingleton<LiveContent>()
        .AddHostedService(services => services.GetRequiredService<LiveContent>());
}
