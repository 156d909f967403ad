using Bot.Delivery;
using Bot.Storage;
using Bot.Storage.Activities;
using Bot.Storage.Deliveries;

namespace Bot.Turns;

/// <summary>
/// Finds what nobody works on: all that the last run left, at start and once the server listens, for only then are its addresses known; then,
/// every few seconds, what a node left that died, what a wake-up call did not reach, and replies that are to be sent again.
/// </summary>
public sealed class Sweep(ActivityLog log, DeliveryLog deliveries, TurnRunner runner, Deliverer deliverer, TimeProvider time, ILogger<Sweep> logger) : IHostedLifecycleService
{
    private const int Most = 500;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource stopping = new();
    private Task sweeping = Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        // Whatever the clock says: it may have been set back.
        Look(DateTimeOffset.MaxValue, int.MaxValue);
        sweeping = Task.Run(SweepAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await sweeping;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task SweepAsync()
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping.Token))
            {
                try
                {
                    // What is younger is surely in somebody's hands.
                    Look(time.GetUtcNow() - Interval, Most);
                }
                catch (Exception error) when (error is System.Data.Common.DbException or TimeoutException or IOException)
                {
                    logger.LogError(error, "The store could not be searched for what was left behind");
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The process ends.
        }
    }

    private void Look(DateTimeOffset since, int most)
    {
        foreach (var conversation in log.Waiting(since, most)) runner.Notify(conversation);
        // Channel by channel: what piles up for one that is switched off stands in nobody's way.
        foreach (var channel in deliverer.Channels)
            foreach (var conversation in deliveries.Due(channel, since, most)) deliverer.Notify(conversation);
    }
}
