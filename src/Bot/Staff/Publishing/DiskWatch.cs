using Bot.Content;
using Bot.Staff.Audit;
using Bot.Staff.Notices;
using Bot.Storage;

namespace Bot.Staff.Publishing;

/// <summary>
/// Keeps a node's folder and the versions the same: what was published is written out, what was changed on disk becomes a version and is told.
/// On a single node the folder is the truth; where nodes share the store, the versions are.
/// </summary>
public sealed partial class DiskWatch(
    VersionLog versions, ClashLog clashes, NoticeFolder folder, LiveContent live, AuditLog audit, Database database, TimeProvider time,
    ILogger<DiskWatch> logger) : BackgroundService
{
    /// <summary>How often it looks: with the reading of the content behind it, what one node publishes answers on all within five seconds.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(1500);

    // Until it tries again what could not be done: a folder that may not be written would fill the log.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim looking = new(1);

    // The marks that the folder held when we last saw to it; null for no file. Where it differs from the version, that side is new which has changed since.
    // A single node keeps it in the store (VersionHead.IsWritten): publishing commits the version first and writes the file after it, and whoever is cut
    // off in between finds at the next start that only the store has changed. The other way round, the file would look like an operator's change. That it
    // is written is noted after the renaming, and the flush of that note takes the renaming along.
    private Dictionary<NoticeFile, string?>? known;
    private (long Place, Edition? Edition) seen = (-1, null);

    /// <summary>Makes both the same, in one look; false where a file could not be written.</summary>
    public async Task<bool> LookAsync()
    {
        await looking.WaitAsync();
        try
        {
            known ??= database.IsShared ? [] : versions.WrittenHeads().ToDictionary(head => head.Key, head => head.Value.Mark);
            // First what is published, then the folder: whatever comes in between is seen by the next look.
            var now = (versions.LastPlace(), live.Current);
            if (!await SettleAsync(versions.Heads())) return false;
            seen = now;
            return true;
        }
        finally
        {
            looking.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await live.Ready.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // Whoever awaits it tells why.
        if (!live.Ready.IsCompletedSuccessfully) return;
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                var isNew = versions.LastPlace() != seen.Place || !ReferenceEquals(live.Current, seen.Edition);
                if (isNew && !await LookAsync()) await Task.Delay(Pause, time, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> SettleAsync(Dictionary<NoticeFile, VersionHead> heads)
    {
        if (!folder.IsThere) throw new IOException("Không thấy thư mục văn bản.");
        var (texts, unreadable) = folder.Read();
        var marks = texts.ToDictionary(text => text.Key, text => NoticeFile.Mark(text.Value));
        var settled = heads.Keys.Union(texts.Keys).Except(unreadable)
            .Select(file => (File: file, Head: heads.GetValueOrDefault(file)))
            .Select(one => (one.File, one.Head, How: Decide(one.File, marks.GetValueOrDefault(one.File), one.Head))).ToList();
        var changed = settled.Where(one => one.How == Settling.Record).Select(one => (one.File, texts.GetValueOrDefault(one.File), one.Head?.Number ?? 0));
        await RecordAsync([.. changed], isFirst: heads.Count == 0);
        foreach (var (file, _, _) in settled.Where(one => one.How == Settling.KeepAside)) await KeepAsideAsync(file, texts[file]);
        var (isChanged, isDone) = (false, true);
        foreach (var (file, head, how) in settled.Where(one => one.How != Settling.Record))
        {
            if (how != Settling.None)
            {
                var isWritten = WriteOut(file, head!, marks.GetValueOrDefault(file));
                isDone &= isWritten is not null;
                isChanged |= isWritten == true;
                // One that was changed this moment is seen by the next look.
                if (isWritten != true) continue;
            }
            known![file] = head!.Mark;
        }
        if (!database.IsShared)
            await MarkWrittenAsync([.. settled.Where(one => one.Head is { IsWritten: false } head && known!.GetValueOrDefault(one.File) == head.Mark)]);
        if (isChanged) live.Refresh();
        return isDone;
    }

    // Null where it could not be written.
    private bool? WriteOut(NoticeFile file, VersionHead head, string? seen)
    {
        try
        {
            return folder.Write(file, versions.Find(file, head.Number)!.Text, seen);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.Unwritten(logger, file, error);
            return null;
        }
    }

    private Settling Decide(NoticeFile file, string? disk, VersionHead? head)
    {
        if (disk == head?.Mark) return Settling.None;
        var isKnown = known!.TryGetValue(file, out var before) || !database.IsShared;
        if (isKnown && disk == before) return Settling.WriteOut;
        // What is missing on one node of several is brought back: only the pages take a notice away from all.
        if (disk is null && database.IsShared) return Settling.WriteOut;
        if (isKnown && before == head?.Mark || !database.IsShared || head is null) return Settling.Record;
        // From here on, both have changed, or the node has just started with a folder of its own.
        var history = versions.Of(file);
        if (history.Any(version => version.Mark == disk)) return Settling.WriteOut;
        // Where nobody has published yet, a new deployment brings new content.
        return !isKnown && history.All(version => version.Origin == VersionOrigin.Disk) ? Settling.Record : Settling.KeepAside;
    }

    private async Task RecordAsync(List<(NoticeFile File, string? Text, long Seen)> changed, bool isFirst)
    {
        if (changed.Count == 0) return;
        var added = await database.WriteAsync(session =>
            changed.Select(one => Record(session, one.File, one.Text, one.Seen, isFirst)).OfType<NoticeVersion>().ToList());
        foreach (var version in added)
        {
            known![version.File] = version.Mark;
            if (!isFirst) Log.Changed(logger, version.File, version.Number);
        }
        if (isFirst) Log.Began(logger, added.Count);
    }

    private NoticeVersion? Record(Session session, NoticeFile file, string? text, long seen, bool isFirst)
    {
        var version = versions.Add(session, file, seen, null, VersionOrigin.Disk, null, text, isWritten: true);
        if (version is not null && !isFirst) audit.Write(session, new AuditEntry(AuditEvent.ChangedOnDisk, null, file.Path, $"#{version.Number}"));
        return version;
    }

    private async Task KeepAsideAsync(NoticeFile file, string text)
    {
        var isNew = await database.WriteAsync(session =>
        {
            if (!clashes.Keep(session, file, text)) return false;
            audit.Write(session, new AuditEntry(AuditEvent.ClashKept, null, file.Path));
            return true;
        });
        if (isNew) Log.KeptAside(logger, file);
    }

    private async Task MarkWrittenAsync(List<(NoticeFile File, VersionHead? Head, Settling How)> written)
    {
        if (written.Count > 0) await database.WriteAsync(session =>
        {
            foreach (var (file, head, _) in written) VersionLog.MarkWritten(session, file, head!.Number);
            return true;
        });
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Count} văn bản trong thư mục nội dung là bản thứ nhất")]
        public static partial void Began(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Warning, "{File} được đổi trên đĩa, không qua bước kiểm tra trước khi xuất bản; đã ghi thành bản {Number}")]
        public static partial void Changed(ILogger logger, NoticeFile file, long number);

        [LoggerMessage(3, LogLevel.Warning, "{File} trên đĩa của máy này trái với bản đã xuất bản; nội dung trên đĩa được cất riêng cho nhân viên xem")]
        public static partial void KeptAside(ILogger logger, NoticeFile file);

        [LoggerMessage(5, LogLevel.Warning, "Bản đã xuất bản của {File} chưa ghi được vào thư mục nội dung của máy này; sẽ thử lại")]
        public static partial void Unwritten(ILogger logger, NoticeFile file, Exception error);

        [LoggerMessage(4, LogLevel.Warning, "Chưa đối chiếu được thư mục nội dung với các bản đã xuất bản; sẽ thử lại")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
