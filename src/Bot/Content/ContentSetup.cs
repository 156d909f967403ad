using Bot.Operation.Settings;

namespace Bot.Content;

/// <summary>The live content, as services.</summary>
public static class ContentSetup
{
    public static IServiceCollection AddContent(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(new ContentSettings { Path = configuration.Text("Content:Path") ?? "content" })
        .AddSingleton(Open)
        .AddHostedService(services => services.GetRequiredService<LiveContent>());

    private static LiveContent Open(IServiceProvider services)
    {
        try
        {
            return ActivatorUtilities.CreateInstance<LiveContent>(services);
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new BadSettingException($"{error.Message} (cài đặt Content:Path)", error);
        }
    }
}
