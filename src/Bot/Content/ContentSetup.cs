using Bot.Operation.Settings;

namespace Bot.Content;

/// <summary>The live content, as services.</summary>
public static class ContentSetup
{
    public static IServiceCollection AddContent(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(new ContentSettings { Path = configuration.Text("Content:Path") ?? "content" })
        .AddSingleton<LiveContent>()
        .AddHostedService(services => services.GetRequiredService<LiveContent>());
}
