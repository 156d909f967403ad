using Bot.Channels.Connector;
using Bot.Channels.DirectLine;
using Bot.Channels.Entrance;
using Bot.Channels.Limits;
using Bot.Channels.WebChat;

namespace Bot.Channels;

/// <summary>The channels, as services and as routes; a new one is added here.</summary>
public static class ChannelSetup
{
    private static readonly PathString[] Gated = ["/v3/directline", "/webchat"];

    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(LimitOptions.From(configuration))
        .AddSingleton(OriginOptions.From(configuration))
        .AddSingleton<Origins>()
        .AddSingleton<ChannelLimits>()
        .AddSingleton<Gate>()
        .AddDirectLine(configuration)
        .AddConnector(configuration)
        .AddSingleton<WebChatToken>();

    /// <summary>The gate stands before the channels for browsers only; between routing and the endpoints.</summary>
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
    }
}
