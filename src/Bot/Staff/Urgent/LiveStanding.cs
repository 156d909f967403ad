using System.Data.Common;
using Bot.Conversations;

namespace Bot.Staff.Urgent;

/// <summary>What staff have set for everybody, as this node knows it: at most two seconds old, whichever node it was set on.</summary>
public sealed class LiveStanding(UrgentLog log, TimeProvider time, ILogger<LiveStanding> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private volatile Standing? current;

    public Standing Current => current ?? Refresh();

    /// <summary>The banner that is told now; null for none.</summary>
    public Banner? Banner => Current.BannerAt(time.GetUtcNow());

    /// <summary>Set while the assistant is switched off on a channel.</summary>
    public SwitchedOff? Off(string channel) => Current.Off.GetValueOrDefault(channel);

    /// <summary>Reads it anew.</summary>
    public Standing Refresh() => current = log.Read();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Refresh();
            }
            catch (Exception error) when (error is DbException or TimeoutException or IOException)
            {
                // What was known goes on.
                logger.LogError(error, "Banners and switches could not be read");
            }
        }
    }
}
