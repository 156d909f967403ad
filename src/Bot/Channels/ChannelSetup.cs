using Bot.Channels.Connector;
using Bot.Channels.DirectLine;
using Bot.Channels.Entrance;
using Bot.Channels.Limits;
using Bot.Channels.Messenger;
using Bot.Channels.WebChat;
using Bot.Channels.Webhooks;
using Bot.Channels.Zalo;

namespace Bot.Channels;

/// <summary>The channels, as services and as routes; a new one is added here.</summary>
public static class ChannelSetup
{
    private static readonly PathString[] Gated = ["/v3/directline", "/webchat", "/channels", "/api"];

    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(LimitOptions.From(configuration))
        .AddSingleton(OriginOptions.From(configuration))
        .AddSingleton<Origins>()
        .AddSingleton<ChannelLimits>()
        .AddSingleton<Gate>()
        .AddDirectLine(configuration)
        .AddSingleton<WebChatToken>()
        .AddSingleton<ChannelClient>()
        .AddMessenger(configuration)
        .AddZalo(configuration)
        .AddConnector(configuration);

    /// <summary>The gate stands before the channels only; between routing and the endpoints.</summary>
    public static void UseChannels(this IApplicationBuilder app)
    {
        var gate = app.ApplicationServices.GetRequiredService<Gate>();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(30), KeepAliveTimeout = TimeSpan.FromSeconds(30) });
        app.Use(next => context => Array.Exists(Gated, path => context.Request.Path.StartsWithSegments(path)) ? gate.PassAsync(context, next) : next(context));
    }

    public static void MapChannels(this IEndpointRouteBuilder routes)
    {
        routes.MapDirectLine();
        routes.MapConnector();
        routes.MapPost("/webchat/token", routes.ServiceProvider.GetRequiredService<WebChatToken>().PostAsync);
        routes.MapMessenger();
        routes.MapZalo();
    }

    /// <summary>Says which channels are on, and what the others lack.</summary>
    public static void AnnounceChannels(this WebApplication app)
    {
        foreach (var channel in app.Services.GetServices<ChannelState>())
        {
            if (channel.IsOn) app.Logger.LogInformation("Kênh {Channel}: bật", channel.Name);
            else app.Logger.LogInformation("Kênh {Channel}: tắt, chưa có {Missing}", channel.Name, string.Join(", ", channel.Missing));
        }
    }
}
