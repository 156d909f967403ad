using System.Text.Json;
using Bot.Protocol;
using Bot.Storage;
using Bot.Storage.Wishes;
using Bot.Turns;

namespace Bot.Staff.Unanswered;

/// <summary>
/// Sends the conversations to which staff have replied to tell it, by an event in their log: the turn itself decides whether it is still wished, so that
/// a reply is told once however often it is sent. One node does it for all.
/// </summary>
public sealed class ReplyWatch(WishLog wishes, Inbox inbox, Database database, TimeProvider time, ILogger<ReplyWatch> logger) : BackgroundService
{
    // Few at once and a pause: the questions of others come in between.
    private const int Batch = 20;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    // How soon the same conversation is sent again: a person may have had it.
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    /// <summary>Looks once; returns how many conversations were sent to tell a reply.</summary>
    public async Task<int> LookAsync(CancellationToken stopping)
    {
        if (await database.HoldAsync("replies") is not { } hold) return 0;
        await using (hold)
        {
            var all = 0;
            while (await wishes.TakeRepliedAsync(Batch, Again) is { Count: > 0 } replied)
            {
                await Task.WhenAll(replied.Select(one => inbox.CallAsync(one.Conversation, Event(one.Seq))));
                all += replied.Count;
                if (replied.Count == Batch) await Task.Delay(Pause, time, stopping);
            }
            if (all > 0) logger.LogInformation("{Count} conversations are told a reply of staff", all);
            return all;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(error, "The replies of staff could not be sent; the next try is in {Seconds} seconds", Interval.TotalSeconds);
            }
        }
    }

    private static Activity Event(long seq) => new()
    {
        Type = "event", Name = TurnReading.QuestionReplied, From = new ChannelAccount(ReplyJson.BotId, Role: "bot"),
        Value = JsonSerializer.SerializeToElement(seq, ProtocolJson.Wire.Int64),
    };
}
