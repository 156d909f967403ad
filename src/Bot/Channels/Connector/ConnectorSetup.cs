using Bot.Channels.Connector.Access;
using Bot.Channels.Entrance;
using Bot.Delivery;

namespace Bot.Channels.Connector;

/// <summary>The Bot Connector, as services and as the address that it calls; there only when the channel is on.</summary>
public static class ConnectorSetup
{
    public static IServiceCollection AddConnector(this IServiceCollection services, IConfiguration configuration)
    {
        var options = ConnectorOptions.From(configuration);
        if (!options.IsOn) return services.AddSingleton(new ChannelState("Bot Connector", ["Channels:Connector:AppId"]));
        return services
            .AddSingleton(new ChannelState("Bot Connector", []))
            .AddSingleton(options)
            .AddSingleton<OutboundHttp>()
            .AddSingleton<ConnectorTokenCheck>()
            .AddSingleton<ConnectorTokenSource>()
            .AddSingleton<ConnectorCalls>()
            .AddSingleton<ExpectedReplies>()
            .AddSingleton<IPushChannel, ConnectorChannel>();
    }

    public static void MapConnector(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<ConnectorCalls>() is { } calls) routes.MapPost("/api/messages", calls.PostAsync).WithMetadata(BodyBound.Webhook);
    }
}
