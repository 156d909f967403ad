using System.Collections.Immutable;
using Bot.Operation.Settings;
using Knowledge.Notices;

namespace Bot.Content;

/// <summary>The content that answers now; follows the folder on disk within two seconds.</summary>
public sealed partial class LiveContent : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly ContentFolder folder;
    private readonly TimeProvider time;
    private readonly ILogger<LiveContent> logger;
    private readonly Task first;
    private readonly Lock reading = new();
    private volatile Edition? current;
    private string stamp = "";

    /// <summary>Begins to read the folder, beside whatever else starts meanwhile.</summary>
    public LiveContent(ContentSettings settings, TimeProvider time, ILogger<LiveContent> logger)
    {
        (folder, this.time, this.logger) = (new ContentFolder(settings.Find()), time, logger);
        first = Task.Run(Begin);
    }

    /// <summary>Done when the content answers; fails with one clear line when it cannot answer at all.</summary>
    public Task Ready => first;

    /// <summary>The edition that answers now; waits for the first.</summary>
    public Edition Current
    {
        get
        {
            if (current is null) first.GetAwaiter().GetResult();
            return current!;
        }
    }

    /// <summary>Where the content lies.</summary>
    public string Folder => folder.Root;

    /// <summary>Reads the folder again if it changed.</summary>
    public void Refresh()
    {
        // The first reading is at its end before another begins.
        _ = Current;
        lock (reading)
        {
            // The stamp is taken first: a file written while we read is seen again the next time.
            var now = folder.Stamp();
            if (now == stamp) return;
            // Not mounted at this moment is not emptied: what was read goes on answering.
            if (!folder.HasNotices) throw new IOException($"{folder.Root}: không thấy thư mục văn bản");
            if (Read(current, out _) is { } next) current = next;
            stamp = now;
        }
        Log.Read(logger, Current.Catalogue.Notices.Count, Current.Librarian.Passages.Length);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Polling and not watching: watchers miss changes on network folders and in containers.
        // A first reading that failed is reported by whoever awaits Ready; there is nothing to follow then.
        await first.ContinueWith(static _ => { }, stoppingToken, TaskContinuationOptions.None, TaskScheduler.Default);
        if (!first.IsCompletedSuccessfully) return;
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Refresh();
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, error);
            }
        }
    }

    private void Begin()
    {
        try
        {
            stamp = folder.Stamp();
            current = Read(null, out var faults)
                ?? throw new InvalidOperationException($"Không đọc được nội dung trong {folder.Root}: {faults.FirstOrDefault(f => !f.IsWarning)}");
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new BadSettingException($"{error.Message} (cài đặt Content:Path)", error);
        }
    }

    private Edition? Read(Edition? previous, out ImmutableArray<Fault> faults)
    {
        var (files, reading) = folder.Read();
        var edition = Edition.Read(files, reading, previous, out faults);
        foreach (var fault in faults.Where(f => !f.IsWarning)) Log.Fault(logger, fault);
        return edition;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Nội dung: {Notices} văn bản, {Passages} mục")]
        public static partial void Read(ILogger logger, int notices, int passages);

        [LoggerMessage(2, LogLevel.Warning, "Nội dung có lỗi: {Fault}")]
        public static partial void Fault(ILogger logger, Fault fault);

        [LoggerMessage(3, LogLevel.Warning, "Không đọc được thư mục nội dung; nội dung trước vẫn dùng")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
