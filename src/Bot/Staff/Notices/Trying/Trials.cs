using Bot.Content;

namespace Bot.Staff.Notices.Trying;

/// <summary>The content as it would be with a draft, read once for all the questions that its writer tries.</summary>
public sealed class Trials(Candidates candidates, LiveContent live)
{
    private readonly Lock alone = new();

    // It is as large as what answers citizens: where memory is short it goes, and is read again.
    private readonly WeakReference<Candidate> last = new(null!);
    private (string Path, string Mark, Edition Live)? known;

    /// <summary>Reads the candidate, one at a time and on a thread of its own: citizens' messages find the pool free.</summary>
    public Task<Candidate> ReadAsync(NoticeFile file, string text) =>
        Task.Factory.StartNew(() => Read(file, text), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private Candidate Read(NoticeFile file, string text)
    {
        lock (alone)
        {
            var wanted = (file.Path, NoticeFile.Mark(text), live.Current);
            if (known == wanted && last.TryGetTarget(out var candidate)) return candidate;
            candidate = candidates.With(file, text);
            last.SetTarget(candidate);
            known = wanted;
            return candidate;
        }
    }
}
