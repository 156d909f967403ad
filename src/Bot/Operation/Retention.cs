using Bot.Channels.Limits;
using Bot.Dossiers;
using Bot.Dossiers.Portal;
using Bot.Storage;
using Bot.Storage.Activities;
using Bot.Storage.Figures;
using Bot.Storage.Follows;
using Bot.Storage.Questions;
using Bot.Storage.Wishes;

namespace Bot.Operation;

/// <summary>
/// Counts the days, then deletes what is no longer to be kept, at start and every hour: conversations, a portal's words, guesses, look-ups, recorded
/// questions, what is followed and whose answer is wished.
/// </summary>
public sealed class Retention(
    ActivityLog log, GuessLimits guesses, LookUpLog lookUps, FollowLog follows, QuestionLog questions, WishLog wishes, FigureLog figures, Database database,
    RetentionOptions options, QuestionOptions questionOptions, TimeProvider time, ILogger<Retention> logger) : BackgroundService
{
    // Few enough that the turns which wait for the one writer do not notice.
    private const int Batch = 20;

    /// <summary>Deletes once what is due; returns how many conversations that were.</summary>
    public async Task<int> RunAsync(CancellationToken stopping)
    {
        await CountAsync(stopping);
        await guesses.ForgetAsync();
        await lookUps.ForgetAsync(time.GetUtcNow().AddDays(-options.LookUpDays));
        await questions.ForgetAsync(time.GetUtcNow().AddDays(-questionOptions.Days));
        await follows.ForgetAsync();
        await wishes.ForgetAsync();
        await SharedWindowLimit.ForgetAsync(database, time);
        var since = time.GetUtcNow().AddDays(-options.Days);
        await LastKnownDossiers.ForgetAsync(database, since);
        var all = 0;
        for (var some = Batch; some == Batch && !stopping.IsCancellationRequested; all += some) some = await log.DeleteUntouchedAsync(since, Batch);
        if (all > 0) logger.LogInformation("{Count} conversations were deleted after {Days} days", all, options.Days);
        return all;
    }

    // What cannot be counted is deleted all the same: that it is, is a promise.
    private async Task CountAsync(CancellationToken stopping)
    {
        try
        {
            await figures.CountAsync(stopping);
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            logger.LogError(error, "The days could not be counted before what is old was deleted");
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), time);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(error, "Old conversations could not be deleted; the next try is in an hour");
            }
        }
        while (await hourly.WaitForNextTickAsync(stoppingToken));
    }
}
