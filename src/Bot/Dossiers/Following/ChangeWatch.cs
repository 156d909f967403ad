using System.Text.Json;
using Bot.Protocol;
using Bot.Recognizers;
using Bot.Storage;
using Bot.Storage.Follows;
using Bot.Turns;

namespace Bot.Dossiers.Following;

/// <summary>
/// Sees that followed dossiers have changed and sends their conversations to look, by an event in their log: the turn itself decides whether there is
/// anything to tell, so that a change is told once however often it is seen. One node does it for all.
/// </summary>
public sealed class ChangeWatch(FollowLog follows, DossierDesk desk, Inbox inbox, Database database, FollowOptions options, TimeProvider time, ILogger<ChangeWatch> logger)
    : BackgroundService
{
    // Few at once and a pause: the questions of others come in between.
    private const int Batch = 20;

    // What one look finds; looking is dearer than sending.
    private const int MostFound = 1000;

    // Codes that are asked for at a portal in one look.
    private const int MostAsked = 50;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    // How soon the same conversation is sent to look again: its source may have been down.
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    /// <summary>Looks once; returns how many conversations were sent to look.</summary>
    public async Task<int> LookAsync(CancellationToken stopping)
    {
        if (await database.HoldAsync("changes") is not { } hold) return 0;
        await using (hold)
        {
            var all = 0;
            for (var isMore = true; isMore;)
            {
                var changed = follows.Changed(time.GetUtcNow() - Again, MostFound);
                foreach (var some in changed.Chunk(Batch))
                {
                    if (all > 0) await Task.Delay(Pause, time, stopping);
                    await follows.TakeAsync(some);
                    await Task.WhenAll(some.Select(one => inbox.CallAsync(one.Conversation, Event(one.Code))));
                    all += some.Length;
                }
                isMore = changed.Count == MostFound;
            }
            if (all > 0) logger.LogInformation("{Count} conversations look at dossiers that have changed", all);
            // Afterwards: a slow portal must not hold up what is known already.
            await RefreshAsync(stopping);
            return all;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(error, "The changes of followed dossiers could not be looked for");
            }
        }
    }

    // What a portal knows is asked for; asking writes down what it said. One that is down is not asked for the others, too.
    private async Task RefreshAsync(CancellationToken stopping)
    {
        foreach (var stale in await follows.TakeStaleAsync(time.GetUtcNow() - options.PortalInterval, MostAsked))
            if (DossierCode.Parse(stale) is { } code && await desk.RecallAsync(code, stopping) is LookUp.Down or LookUp.Found { IsLastKnown: true }) return;
    }

    private static Activity Event(string code) => new()
    {
        Type = "event", Name = TurnReading.DossierChanged, From = new ChannelAccount(ReplyJson.BotId, Role: "bot"), Value = JsonSerializer.SerializeToElement(code, ProtocolJson.Wire.String),
    };
}
