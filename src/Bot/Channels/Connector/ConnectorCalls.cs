using Bot.Channels.Connector.Access;
using Bot.Channels.Entrance;
using Bot.Channels.Limits;
using Bot.Protocol;
using Bot.Turns;

namespace Bot.Channels.Connector;

/// <summary>What the connector calls with every activity: judged, logged, acknowledged; the reply goes to its service, or into the answer where it is expected there.</summary>
public sealed class ConnectorCalls(
    ConnectorTokenCheck check, ConnectorTokenSource tokens, Inbox inbox, ExpectedReplies expected, ChannelLimits limits, TimeProvider time, ILogger<ConnectorCalls> logger)
{
    public async Task PostAsync(HttpContext context)
    {
        var sent = await context.Request.ReadJsonAsync(ProtocolJson.Wire.Activity);
        var verdict = await check.JudgeAsync(ConnectorCall.Of(context, sent?.ServiceUrl, sent?.ChannelId));
        if (!verdict.IsAccepted)
        {
            logger.LogWarning("A call of the connector was refused: {Code}: {Reason}", verdict.Code, verdict.Reason);
            if (verdict.Status == 401) context.Response.Headers.WWWAuthenticate = "Bearer";
            throw new Refused(verdict.Status, verdict.Code, verdict.Reason);
        }
        if (ConnectorActivity.Fault(sent) is { } fault) throw Refused.Malformed(fault);
        // Nothing that is asked to be done is done here, and it must be said at once.
        if (sent!.Type == "invoke") throw new Refused(501, "NotImplemented", "This bot takes no invoke activities.");
        var isExpected = sent.DeliveryMode == DeliveryModes.ExpectReplies;
        if (!isExpected && !tokens.IsTrusted(sent.ServiceUrl))
        {
            logger.LogWarning("A call of the connector was refused: ServiceUrlNotTrusted: its service does not stand in Channels:Connector:ServiceUrls");
            throw Refused.Forbidden("ServiceUrlNotTrusted", "Replies are not sent to this serviceUrl; it must stand in Channels:Connector:ServiceUrls.");
        }
        if (ConnectorActivity.Read(sent, time.GetUtcNow()) is not { } arrival)
        {
            if (isExpected) await expected.AnswerAsync(context, []);
            return;
        }
        if (!limits.AdmitsMessage(inbox.ConversationOf(arrival.Citizen.Channel, arrival.Account, arrival.Citizen.User))) throw Refused.TooMany(TimeSpan.FromMinutes(1), "messages in this conversation");
        try
        {
            // Who takes his replies in the call's answer says nothing of where others should go.
            var receipt = await inbox.ReceiveAsync(arrival with { IsHeard = !isExpected });
            if (isExpected) await expected.AnswerAsync(context, await expected.WaitAsync(receipt, arrival, context.RequestAborted));
        }
        catch (FormatException)
        {
            throw Refused.Malformed("The activity has text that is not Unicode.");
        }
    }
}
