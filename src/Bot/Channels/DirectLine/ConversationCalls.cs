using System.Globalization;
using Bot.Channels.DirectLine.Access;
using Bot.Channels.DirectLine.Bodies;
using Bot.Channels.Entrance;
using Bot.Channels.Limits;
using Bot.Operation;
using Bot.Storage.Activities;

namespace Bot.Channels.DirectLine;

/// <summary>The calls that start a conversation or take one up again.</summary>
public sealed class ConversationCalls(Callers callers, Tokens tokens, ChannelLimits limits, ActivityLog log, PublicAddressOptions address)
{
    /// <summary>The channel's name in the protocol and in the store.</summary>
    public const string Channel = ActivityLog.ReadByClient;

    /// <summary>With a token: its own conversation, for the first time or again from the start. With the secret: a new one.</summary>
    public async Task StartAsync(HttpContext context)
    {
        limits.CountConversation(context);
        var caller = await callers.IdentifyAsync(context);
        var body = await context.Request.ReadJsonAsync(ChannelJson.Wire.StartBody);
        var grant = caller.Grant ?? Grant.New(User(body));
        var created = await log.StartAsync(grant.Conversation, Channel, grant.User);
        await WriteAsync(context, created ? 201 : 200, grant, 0);
    }

    public async Task ReconnectAsync(HttpContext context)
    {
        var caller = await callers.IdentifyAsync(context);
        var id = (string)context.GetRouteValue("id")!;
        caller.MayEnter(id);
        if (log.Find(id) is not { } conversation) throw Refused.UnknownConversation();
        await WriteAsync(context, 200, caller.Grant ?? new Grant(id, conversation.User, []), Watermark.Read(context.Request));
    }

    /// <summary>Harmless: only sign-in cards, which this bot never sends, do anything with it.</summary>
    public Task SessionAsync(HttpContext context) => context.Response.WriteAsync("{\"sessionId\":\"\"}");

    private Task WriteAsync(HttpContext context, int status, Grant grant, long watermark) => context.Response.WriteJsonAsync(
        status,
        new StartedBody(grant.Conversation, tokens.Issue(grant, Purpose.Conversation), (int)Tokens.ConversationLife.TotalSeconds, StreamUrl(context.Request, grant, watermark)),
        ChannelJson.Wire.StartedBody);

    private string StreamUrl(HttpRequest request, Grant grant, long watermark)
    {
        // Behind a proxy that is not known we see http; a page on https could not open ws.
        var secure = request.IsHttps || address.PublicUrl == "https://" + request.Host;
        return string.Create(CultureInfo.InvariantCulture,
            $"{(secure ? "wss" : "ws")}://{request.Host}{request.PathBase}/v3/directline/conversations/{grant.Conversation}/stream?watermark={watermark}&t={tokens.Issue(grant, Purpose.Stream)}");
    }

    private static string? User(StartBody? body)
    {
        if (body?.User?.Id is not { Length: > 0 } id) return null;
        return !id.StartsWith(Ids.TokenUser, StringComparison.Ordinal) && id.Length <= 100 ? id
            : throw Refused.Malformed("Only a token can carry a user.id that starts with \"dl_\"; at most 100 characters.");
    }
}
