using Bot.Channels.Entrance;
using Bot.Delivery;

namespace Bot.Channels.Messenger;

/// <summary>Facebook Messenger, as services and as routes.</summary>
public static class MessengerSetup
{
    private const string Path = "/channels/messenger";

    public static IServiceCollection AddMessenger(this IServiceCollection services, IConfiguration configuration)
    {
        if (MessengerOptions.From(configuration, out var missing) is not { } options) return services.AddSingleton(new ChannelState("Messenger", missing.Select(name => MessengerOptions.Section + name)));
        return services
            .AddSingleton(new ChannelState("Messenger", []))
            .AddSingleton(options)
            .AddSingleton<MessengerWebhook>()
            .AddSingleton<MessengerChannel>()
            .AddSingleton<IPushChannel>(services => services.GetRequiredService<MessengerChannel>());
    }

    public static void MapMessenger(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<MessengerWebhook>() is not { } webhook) return;
        routes.MapGet(Path, webhook.VerifyAsync);
        routes.MapPost(Path, webhook.PostAsync).WithMetadata(BodyBound.Webhook);
    }
}
