using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using Bot.Channels.Fitting;
using Bot.Conversations;
using Bot.Protocol;
using Bot.Storage;
using Bot.Storage.Activities;
using Bot.Storage.Deliveries;
using Bot.Turns;

namespace Bot.Delivery;

/// <summary>
/// Gives replies to the channels: in order within a conversation, each until the channel has accepted it or will never do so, and once as far as
/// can be known. What is undelivered stands in the store; nothing here need survive.
/// </summary>
public sealed class Deliverer : IHostedService
{
    // Whoever sleeps for his conversation hears no call, and it may be a citizen's next answer: what is due later than this is found by the sweep.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);

    private readonly DeliveryLog log;
    private readonly FrozenDictionary<string, ChannelDoor> doors;
    private readonly FittingSource fitting;
    private readonly DeliveryOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<Deliverer> logger;
    private readonly OneAtATime work;
    private readonly CancellationTokenSource abandoned = new();
    private readonly bool isShared;

    // Of what was just written down, what is the next of its conversation.
    private readonly ConcurrentDictionary<string, IReadOnlyList<QueuedDelivery>> atHand = new();

    // The conversations whose replies are being written down, and by how many at once: what the store shows of them may be about to be handed over, also
    // while another who was late has come to nothing.
    private readonly ConcurrentDictionary<string, int> expected = new();

    public Deliverer(DeliveryLog log, IEnumerable<IPushChannel> channels, FittingSource fitting, DeliveryOptions options, Database database, TimeProvider time, ILogger<Deliverer> logger)
    {
        (this.log, this.fitting, this.options, this.time, this.logger) = (log, fitting, options, time, logger);
        doors = channels.ToFrozenDictionary(channel => channel.Name, channel => new ChannelDoor(channel, options));
        work = new OneAtATime("delivery", DrainAsync, conversation => atHand.TryRemove(conversation, out _), database, time, logger);
        database.Told += work.Recall;
        isShared = database.IsShared;
    }

    /// <summary>The channels that are on.</summary>
    public IEnumerable<string> Channels => doors.Keys;

    /// <summary>Says that replies of a conversation are to be delivered.</summary>
    public void Notify(string conversation) => work.Call(conversation);

    /// <summary>Has replies of a conversation written down, and delivers them without looking them up where they are the next.</summary>
    public async Task<Ended?> HandOverAsync(string conversation, Func<Task<Ended?>> write)
    {
        expected.AddOrUpdate(conversation, 1, static (_, writing) => writing + 1);
        try
        {
            var ended = await write();
            // Before it is no longer expected: whoever finds it in the store then sees it here.
            if (ended is { Next.Count: > 0 }) atHand[conversation] = ended.Next;
            return ended;
        }
        finally
        {
            if (expected.AddOrUpdate(conversation, 0, static (_, writing) => writing - 1) == 0) expected.TryRemove(KeyValuePair.Create(conversation, 0));
            // In any case: somebody may have looked meanwhile and left it to us.
            work.Call(conversation);
        }
    }

    /// <summary>Lets a citizen see that an answer is on its way; nobody waits for it.</summary>
    public void Signal(Citizen citizen)
    {
        if (doors.TryGetValue(citizen.Channel, out var door) && door.Shut(time.GetUtcNow()) <= TimeSpan.Zero) _ = door.Channel.SignalAsync(citizen, abandoned.Token);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Lets what is on its way arrive; the rest is taken up by the next start.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!await work.StopAsync(cancellationToken)) await abandoned.CancelAsync();
    }

    private async Task<TimeSpan?> DrainAsync(string conversation)
    {
        if (atHand.TryRemove(conversation, out var next))
        {
            // Whatever comes after them calls once more. Where they have lain for long, another node may have taken them up.
            foreach (var delivery in next)
                if (work.IsStopping || (isShared && !log.IsQueued(delivery)) || await MindAsync(delivery, isBehind: true) is not (true, null)) return TimeSpan.Zero;
            return null;
        }
        // What stood behind an undelivered reply when we came cannot have been begun by anybody.
        for (var isBehind = false; !work.IsStopping && log.Next(conversation) is { } delivery; isBehind = true)
        {
            // Ours and untouched: it may be in the middle of being handed over, and would be sent from there as well. That calls once more.
            if (delivery.Run == log.Run && delivery.Tries == 0 && (expected.ContainsKey(conversation) || atHand.ContainsKey(conversation))) return null;
            if (await MindAsync(delivery, isBehind) is (false, var wait)) return wait > LongestSleep ? null : wait;
        }
        return null;
    }

    /// <summary>Does with a reply what is to be done now; the first value says whether the next may follow, the second how long to wait otherwise.</summary>
    private async Task<(bool GoOn, TimeSpan? Wait)> MindAsync(QueuedDelivery delivery, bool isBehind)
    {
        // A channel that is switched off keeps what is for it.
        if (!doors.TryGetValue(delivery.Citizen.Channel, out var door)) return (false, null);
        var now = time.GetUtcNow();
        if (door.Shut(now) is var shut && shut > TimeSpan.Zero) return (false, shut);
        var isClosed = door.IsClosed(delivery, now);
        // Before its first try it is due at once, whatever the clock says.
        if (delivery.Tries > 0 && delivery.Due > now && (isClosed || !IsFreed(delivery))) return (false, delivery.Due - now);
        var change = isClosed && door.Channel.HasChangeTemplate ? Change(delivery) : null;
        if (isClosed && change is null)
        {
            await log.WaitAsync(delivery, "the channel's window has closed");
            return (false, TimeSpan.Zero);
        }
        if (now - delivery.Created > options.GiveUp)
        {
            // A notice that no template could carry is still good when the citizen writes again.
            if (change is null) await GiveUpAsync(delivery, "tried for too long");
            else await log.WaitAsync(delivery, "the template was tried for too long");
        }
        else if (await DeliverAsync(door, delivery, change, isBehind) is { } wait) return (false, wait);
        return (true, null);
    }

    /// <summary>Sends one reply; returns how long to wait before the next look, null to go on at once.</summary>
    private async Task<TimeSpan?> DeliverAsync(ChannelDoor door, QueuedDelivery delivery, ChangeNotice? change, bool isBehind)
    {
        var isFresh = delivery.Tries == 0 && (delivery.Run == log.Run || (isBehind && delivery.Run is not (null or DeliveryLog.Unknown)));
        // Somebody has begun to send it and nobody knows how that ended: there is no other way to be sure that the citizen has it.
        if (delivery.Run is not null && !isFresh) logger.LogWarning("Reply {Reply} is sent again on {Channel}, possibly twice", delivery.Id, door.Channel.Name);
        if (!isFresh) await log.BeginAsync(delivery);
        if (change is not null)
        {
            var told = await InPlaceAsync(door, () => door.Channel.SendChangeAsync(delivery.Citizen, change, abandoned.Token));
            if (told != Sending.Accepted) return await NoteAsync(door, delivery, OfTemplate(told, delivery));
            await MarkAsync(() => log.AcceptedAsync(delivery));
            return null;
        }
        var reply = JsonSerializer.Deserialize(delivery.Json, ProtocolJson.Wire.Activity)!;
        var pieces = Fitter.Fit(reply, door.Channel.Shape, fitting.Words);
        for (var part = delivery.Parts; part < pieces.Length; part++)
        {
            var piece = pieces[part];
            var sending = await InPlaceAsync(door, () => door.Channel.SendAsync(delivery.Citizen, piece, reply, abandoned.Token));
            if (sending != Sending.Accepted) return await NoteAsync(door, delivery, sending);
            delivery = delivery with { Parts = part + 1 };
            if (part + 1 < pieces.Length) await MarkAsync(() => log.PartAcceptedAsync(delivery));
        }
        await MarkAsync(() => log.AcceptedAsync(delivery));
        return null;
    }

    // The notice itself is still good: where the template will not carry it, it waits for the citizen's next message. What templates lack, which
    // cost money and have permissions and quotas of their own, the replies to everybody else may have.
    private Sending OfTemplate(Sending told, QueuedDelivery delivery)
    {
        if (told is Sending.Refused refused) return new Sending.Closed(refused.Trouble);
        if (told is not Sending.Later { IsBarred: true } barred) return told;
        logger.LogWarning("The template of {Channel} cannot be used ({Trouble})", delivery.Citizen.Channel, barred.Trouble);
        return new Sending.Closed(barred.Trouble);
    }

    // A change may have waited for its template; to a citizen who has written since, it is a message like any other.
    private static bool IsFreed(QueuedDelivery delivery) => delivery.Heard > delivery.Created && Change(delivery) is not null;

    // What changed, of a reply that tells it.
    private static ChangeNotice? Change(QueuedDelivery delivery)
    {
        using var reply = JsonDocument.Parse(delivery.Json);
        return reply.RootElement.TryGetProperty("channelData", out var data) && data.TryGetProperty("change", out var change)
            ? new ChangeNotice(change.GetProperty("code").GetString()!, change.GetProperty("state").GetString()!) : null;
    }

    private async Task<Sending> InPlaceAsync(ChannelDoor door, Func<Task<Sending>> send)
    {
        await door.Places.WaitAsync(abandoned.Token);
        try
        {
            return await send();
        }
        finally
        {
            door.Places.Release();
        }
    }

    private async Task<TimeSpan?> NoteAsync(ChannelDoor door, QueuedDelivery delivery, Sending sending)
    {
        var name = door.Channel.Name;
        switch (sending)
        {
            case Sending.Later later:
                var wait = later.After ?? Wait(delivery);
                if (later.IsWholeChannel) door.ShutUntil(time.GetUtcNow() + wait);
                logger.LogWarning("{Channel} did not take reply {Reply} ({Trouble}); next try in {Seconds} s", name, delivery.Id, later.Trouble, Math.Ceiling(wait.TotalSeconds));
                await MarkAsync(() => log.RetryAsync(delivery, time.GetUtcNow() + wait, isUnknown: false, later.Trouble));
                return wait;
            case Sending.Unknown unknown:
                wait = Wait(delivery);
                logger.LogWarning("Nobody knows whether {Channel} has reply {Reply} ({Trouble}); next try in {Seconds} s", name, delivery.Id, unknown.Trouble, Math.Ceiling(wait.TotalSeconds));
                await MarkAsync(() => log.RetryAsync(delivery, time.GetUtcNow() + wait, isUnknown: true, unknown.Trouble));
                return wait;
            case Sending.Closed closed:
                logger.LogInformation("Reply {Reply} waits for the citizen's next message on {Channel} ({Trouble})", delivery.Id, name, closed.Trouble);
                await MarkAsync(() => log.WaitAsync(delivery, closed.Trouble));
                // What follows in the conversation waits, too.
                return TimeSpan.Zero;
            default:
                await GiveUpAsync(delivery, sending is Sending.Refused refused ? refused.Trouble : "?");
                return null;
        }
    }

    private Task GiveUpAsync(QueuedDelivery delivery, string trouble)
    {
        logger.LogError("Reply {Reply} cannot be delivered on {Channel} ({Trouble}); it is kept, see «deliveries»", delivery.Id, delivery.Citizen.Channel, trouble);
        return MarkAsync(() => log.GiveUpAsync(delivery, trouble));
    }

    // What came of a message must be written down before anything else happens to it, or it would be sent again.
    private async Task MarkAsync(Func<Task> mark)
    {
        while (true)
        {
            try
            {
                await mark();
                return;
            }
            catch (Exception error) when (!abandoned.IsCancellationRequested && error is not ObjectDisposedException)
            {
                logger.LogError(error, "What came of a delivery could not be written down");
                await Task.Delay(TimeSpan.FromSeconds(1), time, abandoned.Token);
            }
        }
    }

    private TimeSpan Wait(QueuedDelivery delivery) => Backoff.After(delivery.Tries + 1, options.LongestWait, Random.Shared.NextDouble());
}
