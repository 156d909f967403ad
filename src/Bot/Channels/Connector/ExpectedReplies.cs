using Bot.Channels.Entrance;
using Bot.Protocol;
using Bot.Storage.Activities;
using Bot.Turns;

namespace Bot.Channels.Connector;

/// <summary>Waits for the replies to an activity whose sender wants them in the answer to his call (deliveryMode "expectReplies").</summary>
public sealed class ExpectedReplies(ActivityLog log, Outbox outbox, TimeProvider time)
{
    // Channels give up after 15 seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    /// <summary>The replies, also when the same activity came before and was answered then.</summary>
    public async Task<List<Activity>> WaitAsync(Receipt receipt, Arrival arrival, CancellationToken gone)
    {
        var (conversation, seq) = ActivityLog.Place(receipt.Id);
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, gone);
        using var listener = outbox.Listen(conversation);
        try
        {
            while (log.IsPending(conversation, seq))
                // Whoever waits longest gives way when too many wait for one conversation.
                if (!await listener.WaitAsync(either.Token)) throw NotReady();
        }
        catch (OperationCanceledException) when (!gone.IsCancellationRequested)
        {
            throw NotReady();
        }
        var answered = arrival.MessageId ?? receipt.Id;
        var address = ConnectorAddress.Read(arrival.Citizen.Address)!;
        return [.. log.After(conversation, seq, 100).Select(logged => logged.Activity()).Where(reply => reply.ReplyToId == answered).Select(reply => ConnectorReply.Of(reply, address, arrival.Citizen.User))];
    }

    private static Refused NotReady() => new(504, "Timeout", "The reply is not ready; send the activity again.");

    /// <summary>Writes the replies as the answer to a call.</summary>
    public Task AnswerAsync(HttpContext context, IReadOnlyList<Activity> replies) =>
        context.Response.WriteJsonAsync(200, new ActivitySet(replies, null), ProtocolJson.Wire.ActivitySet);
}
