using System.Text.Json;
using Bot.Channels.Connector.Access;
using Bot.Channels.Entrance;
using Bot.Protocol;
using Microsoft.AspNetCore.Http.Features;

namespace Bot.Channels.Connector;

/// <summary>The address that the Bot Connector calls; it is there only when the channel is on.</summary>
public static class ConnectorRoutes
{
    private const int LargestBody = 256 * 1024;

    public static IServiceCollection AddConnector(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(ConnectorOptions.From(configuration))
        .AddSingleton<OutboundHttp>()
        .AddSingleton<ConnectorTokenCheck>()
        .AddSingleton<ConnectorTokenSource>();

    public static void MapConnector(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<ConnectorOptions>().IsOn) return;
        var check = routes.ServiceProvider.GetRequiredService<ConnectorTokenCheck>();
        var logger = routes.ServiceProvider.GetRequiredService<ILogger<ConnectorTokenCheck>>();
        routes.MapPost("/api/messages", context => ReceiveAsync(context, check, logger));
    }

    private static async Task ReceiveAsync(HttpContext context, ConnectorTokenCheck check, ILogger logger)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = LargestBody;
        Activity? activity;
        try
        {
            activity = await JsonSerializer.DeserializeAsync(context.Request.BodyReader, ProtocolJson.Wire.Activity, context.RequestAborted);
        }
        catch (Exception error) when (error is JsonException or BadHttpRequestException)
        {
            await AnswerAsync(context, (error as BadHttpRequestException)?.StatusCode ?? 400, "BadArgument", "The body is no activity.");
            return;
        }
        var verdict = await check.JudgeAsync(ConnectorCall.Of(context, activity?.ServiceUrl, activity?.ChannelId));
        if (verdict.IsAccepted)
        {
            context.Response.StatusCode = 202;
            return;
        }
        logger.LogWarning("A call of the connector was refused: {Code}: {Reason}", verdict.Code, verdict.Reason);
        await AnswerAsync(context, verdict.Status, verdict.Code, verdict.Reason);
    }

    private static Task AnswerAsync(HttpContext context, int status, string code, string message) =>
        context.Response.WriteJsonAsync(status, new ErrorBody(new(code, message)), ChannelJson.Wire.ErrorBody);
}
