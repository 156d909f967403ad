using Bot.Storage;

namespace Bot.Dossiers.Import;

/// <summary>
/// Imports the exports that are put into a folder and moves them to done/ or failed/ below it, with a report. It looks every few seconds: watchers
/// miss changes on network shares.
/// </summary>
public sealed partial class DossierFolder(FolderOptions options, Database database, DossierImport import, TimeProvider time, ILogger<DossierFolder> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    // After so many looks it no longer holds up what comes after it.
    private const int LongestWait = 12;

    // What stays where it is although we are through with it, because it cannot be moved.
    private readonly HashSet<FolderFile> stuck = [];
    private FolderFile[] lastSeen = [];

    // How many looks each has had to wait for, whatever stands in its way.
    private Dictionary<FolderFile, int> waits = [];
    private string? trouble;

    /// <summary>Imports what has not changed since the last look; of several nodes one at a time.</summary>
    public async Task LookAsync(CancellationToken stopping)
    {
        if (await database.HoldAsync("dossier folder") is not { } hold) return;
        await using var alone = hold;
        var (before, now) = (lastSeen, FolderFile.In(options.Path));
        lastSeen = now;
        stuck.IntersectWith(now);
        waits = now.Where(waits.ContainsKey).ToDictionary(file => file, file => waits[file]);
        foreach (var file in now.Where(file => !stuck.Contains(file)))
        {
            // What comes after one that is still being written, or has to wait, waits too: names say what follows on what.
            if (stopping.IsCancellationRequested || !before.Contains(file)) return;
            if (!await ImportAsync(file, stopping) && (waits[file] = waits.GetValueOrDefault(file) + 1) < LongestWait) return;
        }
        FolderFile.Forget(options.Path, time.GetUtcNow().AddDays(-options.Days));
        trouble = null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Log.Watches(logger, Path.GetFullPath(options.Path));
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Tell(error.Message, error);
            }
        }
    }

    /// <summary>Whether it is done with, one way or the other.</summary>
    private async Task<bool> ImportAsync(FolderFile file, CancellationToken stopping)
    {
        var report = await import.RunAsync(() => Rows(file.Path, stopping), ExportFile.Made(file.Path, time.GetUtcNow()), options.AreSnapshots, force: false);
        if (report is { Refusal: { } reason, IsPassing: true })
        {
            Tell($"{file.Name}: {reason}", null);
            return false;
        }
        if (report.Refusal is null) Log.Imported(logger, file.Name, report.Stored, report.Older, report.Removed, report.FaultCount);
        else Log.Refused(logger, file.Name, report.Refusal);
        try
        {
            file.Move(report.Refusal is null ? FolderFile.Done : FolderFile.Failed, report.Lines.Concat(report.FaultLines));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            stuck.Add(file);
            Log.Stuck(logger, file.Name, error);
        }
        return true;
    }

    // The process may end in the middle: then the file is begun anew at the next start.
    private static IEnumerable<ImportRow> Rows(string path, CancellationToken stopping)
    {
        foreach (var row in ExportFile.Read(path))
        {
            stopping.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    // Once, however many looks it lasts.
    private void Tell(string what, Exception? error)
    {
        if (what == trouble) return;
        trouble = what;
        Log.Trouble(logger, what, error);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Theo dõi thư mục hồ sơ {Folder}")]
        public static partial void Watches(ILogger logger, string folder);

        [LoggerMessage(2, LogLevel.Information, "{File}: {Stored} hồ sơ đã nhập, {Older} dòng cũ hơn, {Removed} hồ sơ đã bỏ, {Faults} dòng lỗi")]
        public static partial void Imported(ILogger logger, string file, int stored, int older, int removed, int faults);

        [LoggerMessage(3, LogLevel.Error, "{File} không được nhập: {Reason}")]
        public static partial void Refused(ILogger logger, string file, string reason);

        [LoggerMessage(4, LogLevel.Error, "{File} không chuyển đi được; tệp nằm lại và không được xét lại")]
        public static partial void Stuck(ILogger logger, string file, Exception error);

        [LoggerMessage(5, LogLevel.Error, "Thư mục hồ sơ chưa xử lý được, sẽ thử lại: {Trouble}")]
        public static partial void Trouble(ILogger logger, string trouble, Exception? error);
    }
}
