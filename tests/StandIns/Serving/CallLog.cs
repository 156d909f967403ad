namespace StandIns.Serving;

/// <summary>Everything that a stand-in was asked, in the order in which it was done with.</summary>
public sealed class CallLog
{
    /// <summary>How long is waited for what must come; reached only when a test fails.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock gate = new();
    private readonly List<Call> calls = [];
    private readonly List<TakenMessage> messages = [];
    private readonly List<Waiter> waiters = [];
    private int accepted;
    private int arrived;

    /// <summary>All calls that were decided.</summary>
    public IReadOnlyList<Call> All
    {
        get
        {
            lock (gate) return [.. calls];
        }
    }

    /// <summary>The messages that the service took, whether or not the sender was told.</summary>
    public IReadOnlyList<TakenMessage> Messages
    {
        get
        {
            lock (gate) return [.. messages];
        }
    }

    public int AcceptedCount
    {
        get
        {
            lock (gate) return accepted;
        }
    }

    /// <summary>The calls whose path contains the part.</summary>
    public IReadOnlyList<Call> To(string path)
    {
        lock (gate) return [.. calls.Where(c => c.Path.Contains(path, StringComparison.Ordinal))];
    }

    /// <summary>The messages, as soon as there are so many.</summary>
    public async Task<IReadOnlyList<TakenMessage>> MessagesAsync(int count, TimeSpan? patience = null)
    {
        await WhenAsync(() => messages.Count >= count, () => $"{messages.Count} of {count} messages were taken", patience);
        return Messages;
    }

    /// <summary>Done once so many calls have taken effect.</summary>
    public Task AcceptedAsync(int count, TimeSpan? patience = null) => WhenAsync(() => accepted >= count, () => $"{accepted} of {count} calls were accepted", patience);

    /// <summary>Done once so many requests have come in, decided or still held by a fault.</summary>
    public Task ArrivedAsync(int count, TimeSpan? patience = null) => WhenAsync(() => arrived >= count, () => $"{arrived} of {count} requests arrived", patience);

    /// <summary>The calls, as soon as they are as is asked for.</summary>
    public async Task<IReadOnlyList<Call>> UntilAsync(Func<IReadOnlyList<Call>, bool> satisfied, TimeSpan? patience = null)
    {
        await WhenAsync(() => satisfied(calls), () => $"{calls.Count} calls came, but not as asked for", patience);
        return All;
    }

    public void Clear()
    {
        lock (gate)
        {
            calls.Clear();
            messages.Clear();
            (accepted, arrived) = (0, 0);
        }
    }

    internal void Arrive()
    {
        lock (gate)
        {
            arrived++;
            Wake();
        }
    }

    internal void Add(Func<int, Call> write)
    {
        lock (gate)
        {
            var call = write(calls.Count + 1);
            calls.Add(call);
            if (call.Accepted) accepted++;
            if (call.Message is { } message) messages.Add(message);
            Wake();
        }
    }

    private void Wake()
    {
        for (var i = waiters.Count - 1; i >= 0; i--)
        {
            if (!waiters[i].Satisfied()) continue;
            waiters[i].Done.TrySetResult();
            waiters.RemoveAt(i);
        }
    }

    private async Task WhenAsync(Func<bool> satisfied, Func<string> state, TimeSpan? patience)
    {
        var waiter = new Waiter(satisfied, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (gate)
        {
            if (satisfied()) return;
            waiters.Add(waiter);
        }
        try
        {
            await waiter.Done.Task.WaitAsync(patience ?? Patience);
        }
        catch (TimeoutException)
        {
            lock (gate)
            {
                waiters.Remove(waiter);
                throw new TimeoutException(state() + ": " + string.Join("; ", calls.TakeLast(5).Select(c => $"{c.Method} {c.Path} {c.Status?.ToString() ?? "dropped"} {c.Answer}")));
            }
        }
    }

    private sealed record Waiter(Func<bool> Satisfied, TaskCompletionSource Done);
}
