using Bot.Channels.Entrance;
using Bot.Delivery;

namespace Bot.Channels.Zalo;

/// <summary>The Zalo Official Account, as services and as routes.</summary>
public static class ZaloSetup
{
    private const string Path = "/channels/zalo";

    public static IServiceCollection AddZalo(this IServiceCollection services, IConfiguration configuration)
    {
        if (ZaloOptions.Verifier(configuration) is { } code) services.AddSingleton(new ZaloVerifier(code));
        if (ZaloOptions.From(configuration, out var missing) is not { } options) return services.AddSingleton(new ChannelState("Zalo", missing.Select(name => ZaloOptions.Section + name)));
        return services
            .AddSingleton(new ChannelState("Zalo", []))
            .AddSingleton(options)
            .AddSingleton<ZaloWebhook>()
            .AddSingleton<TokenStore>()
            .AddSingleton<ZaloTokens>()
            .AddHostedService(services => services.GetRequiredService<ZaloTokens>())
            .AddSingleton<IPushChannel, ZaloChannel>();
    }

    public static void MapZalo(this IEndpointRouteBuilder routes)
    {
        // Before the webhook is accepted the domain must be known, so this does not wait for the other settings.
        if (routes.ServiceProvider.GetService<ZaloVerifier>() is { } verifier) routes.MapGet(verifier.Path, verifier.AnswerAsync);
        if (routes.ServiceProvider.GetService<ZaloWebhook>() is not { } webhook) return;
        // Zalo asks nothing this way; some of its tools look whether anybody is there.
        routes.MapGet(Path, static context => Task.CompletedTask);
        routes.MapPost(Path, webhook.PostAsync).WithMetadata(BodyBound.Webhook);
    }
}
