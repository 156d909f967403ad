using Bot.Channels.DirectLine.Access;
using Bot.Channels.Entrance;

namespace Bot.Channels.DirectLine;

/// <summary>Direct Line 3.0, as botframework-directlinejs calls it.</summary>
public static class DirectLineRoutes
{
    public static IServiceCollection AddDirectLine(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(DirectLineOptions.From(configuration))
        .AddSingleton<Tokens>()
        .AddSingleton<Callers>()
        .AddSingleton<TokenCalls>()
        .AddSingleton<ConversationCalls>()
        .AddSingleton<ActivityCalls>()
        .AddSingleton<UploadCall>()
        .AddSingleton<StreamCall>();

    public static void MapDirectLine(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var (tokens, conversations) = (services.GetRequiredService<TokenCalls>(), services.GetRequiredService<ConversationCalls>());
        var (activities, upload, stream) = (services.GetRequiredService<ActivityCalls>(), services.GetRequiredService<UploadCall>(), services.GetRequiredService<StreamCall>());
        var line = routes.MapGroup("/v3/directline");
        line.MapPost("/tokens/generate", tokens.GenerateAsync);
        line.MapPost("/tokens/refresh", tokens.RefreshAsync);
        line.MapPost("/conversations", conversations.StartAsync);
        line.MapGet("/conversations/{id}", conversations.ReconnectAsync);
        line.MapGet("/conversations/{id}/activities", activities.PollAsync);
        line.MapPost("/conversations/{id}/activities", activities.PostAsync);
        line.MapPost("/conversations/{id}/upload", upload.PostAsync).WithMetadata(BodyBound.Upload);
        // Over HTTP/2 a WebSocket opens with CONNECT.
        line.MapMethods("/conversations/{id}/stream", ["GET", "CONNECT"], stream.OpenAsync);
        line.MapGet("/session/getsessionid", conversations.SessionAsync);
    }
}
