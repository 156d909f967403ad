using Bot.Channels.DirectLine.Access;
using Bot.Channels.DirectLine.Bodies;
using Bot.Channels.Entrance;
using Bot.Channels.Limits;
using Bot.Protocol;
using Bot.Storage.Activities;
using Bot.Turns;

namespace Bot.Channels.DirectLine;

/// <summary>The calls that post an activity and that poll for activities.</summary>
public sealed class ActivityCalls(Callers callers, ChannelLimits limits, ActivityLog log, Inbox inbox, ILogger<ActivityCalls> logger)
{
    private const int MostInOneSet = 500;

    public async Task PostAsync(HttpContext context)
    {
        var (caller, id) = await EnterAsync(context);
        limits.CountMessage(id);
        var sent = await context.Request.ReadJsonAsync(ProtocolJson.Wire.Activity) ?? throw Refused.Malformed("The call needs an activity.");
        await ReceiveAsync(context, caller, id, sent);
    }

    /// <summary>Logs an activity and answers with its id: the turn comes later, the client is not kept waiting for it.</summary>
    internal async Task ReceiveAsync(HttpContext context, Caller caller, string id, Activity sent)
    {
        string? given;
        try
        {
            var activity = Incoming.Clean(sent, caller, id);
            // A machine has no use for the citizen's typing: it is neither logged nor answered.
            given = activity.Type == "typing" ? ActivityLog.ActivityId(id, 0) : await inbox.ReceiveAsync(id, activity, Incoming.ClientId(sent), NetworkAddress.Of(context));
        }
        catch (FormatException)
        {
            throw Refused.Malformed("The activity has text that is not Unicode.");
        }
        await context.Response.WriteJsonAsync(200, new IdBody(given ?? throw Refused.UnknownConversation()), ChannelJson.Wire.IdBody);
    }

    /// <summary>Never answers with a server's error: the client would fall silent for good and show that all is well.</summary>
    public async Task PollAsync(HttpContext context)
    {
        var (_, id) = await EnterAsync(context);
        var watermark = Watermark.Read(context.Request);
        List<LoggedActivity> activities = [];
        try
        {
            activities = log.After(id, watermark, MostInOneSet);
            // A place beyond the end (the file came from a backup) goes back to the end, or nothing new would ever be shown.
            if (activities.Count == 0) watermark = Math.Min(watermark, (log.Find(id) ?? throw Refused.UnknownConversation()).LastSeq);
            else watermark = activities[^1].Seq;
        }
        catch (Exception error) when (error is not Refused)
        {
            logger.LogError(error, "The log of conversation {Conversation} could not be read", id);
        }
        var set = SetJson.Write(activities, watermark);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentLength = set.Length;
        await context.Response.Body.WriteAsync(set);
    }

    internal async ValueTask<(Caller Caller, string Conversation)> EnterAsync(HttpContext context)
    {
        var caller = await callers.IdentifyAsync(context);
        var id = (string)context.GetRouteValue("id")!;
        caller.MayEnter(id);
        return (caller, id);
    }
}
