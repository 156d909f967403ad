namespace Bot.Tests.Hosting;

/// <summary>A clock that stands still until the test moves it; its timers ring then.</summary>
internal sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private readonly Dictionary<TimeSpan, TaskCompletionSource> awaited = [];
    private readonly List<TimeSpan> begun = [];
    private readonly List<(Predicate<TimeSpan> Fits, TaskCompletionSource<TimeSpan> Found)> seekers = [];
    private DateTimeOffset now = start;

    public ManualTime() : this(new DateTimeOffset(2026, 11, 21, 3, 0, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (gate)
        {
            Awaited(dueTime).TrySetResult();
            // What rings again and again is nobody's wait.
            if (period > TimeSpan.Zero) return timer;
            var seeker = seekers.FindIndex(s => s.Fits(dueTime));
            if (seeker < 0) begun.Add(dueTime);
            else
            {
                seekers[seeker].Found.SetResult(dueTime);
                seekers.RemoveAt(seeker);
            }
        }
        return timer;
    }

    /// <summary>Done once somebody has begun to wait for longer than the one and shorter than the other; each wait is found once.</summary>
    public Task<TimeSpan> WaitBegunAsync(TimeSpan longer, TimeSpan shorter) => Seek(due => due > longer && due < shorter).WaitAsync(Line.Patience);

    /// <summary>Lets the time pass, as much as anybody waits for, until something is done.</summary>
    /// <param name="most">Whoever waits for longer is not helped: his patience is not to end.</param>
    public async Task PassUntilAsync(Task done, TimeSpan? most = null)
    {
        while (!done.IsCompleted)
        {
            var begun = Seek(due => due > TimeSpan.Zero && due <= (most ?? TimeSpan.MaxValue));
            if (await Task.WhenAny(done, begun) == begun) Advance(await begun);
            else Drop(begun);
        }
        await done;
    }

    /// <summary>Done once somebody has begun to wait for so long.</summary>
    public Task WaitedForAsync(TimeSpan due)
    {
        lock (gate) return Awaited(due).Task;
    }

    /// <summary>Moves the clock; what fell due meanwhile rings once, however often it was due.</summary>
    public void Advance(TimeSpan by)
    {
        List<ManualTimer> due;
        lock (gate)
        {
            now += by;
            due = [.. timers.Where(t => t.Due <= now).OrderBy(t => t.Due)];
            foreach (var timer in due) timer.Due = timer.Period > TimeSpan.Zero ? now + timer.Period : null;
        }
        due.ForEach(timer => timer.Ring());
    }

    /// <summary>Sets the clock, also back; no timer rings.</summary>
    public void Set(DateTimeOffset to)
    {
        lock (gate) now = to;
    }

    private Task<TimeSpan> Seek(Predicate<TimeSpan> fits)
    {
        lock (gate)
        {
            if (begun.FindIndex(fits) is >= 0 and var at)
            {
                var due = begun[at];
                begun.RemoveAt(at);
                return Task.FromResult(due);
            }
            var found = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
            seekers.Add((fits, found));
            return found.Task;
        }
    }

    private void Drop(Task<TimeSpan> begun)
    {
        lock (gate) seekers.RemoveAll(s => s.Found.Task == begun);
    }

    private TaskCompletionSource Awaited(TimeSpan due) =>
        awaited.TryGetValue(due, out var known) ? known : awaited[due] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class ManualTimer(ManualTime time, Action ring) : ITimer
    {
        public DateTimeOffset? Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
            {
                (Due, Period) = (dueTime < TimeSpan.Zero ? null : time.now + dueTime, period);
                if (!time.timers.Contains(this)) time.timers.Add(this);
            }
            return true;
        }

        public void Dispose()
        {
            lock (time.gate) time.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
