using Microsoft.Extensions.Logging;

namespace Bot.Tests.Hosting;

/// <summary>All that was logged, before anything in it is masked.</summary>
internal sealed class CapturedLog : ILoggerProvider
{
    private readonly Lock gate = new();
    private readonly List<string> lines = [];
    private readonly List<(string Part, int Count, TaskCompletionSource Found)> seekers = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (gate) return [.. lines];
        }
    }

    /// <summary>How many lines hold the part.</summary>
    public int Count(string part)
    {
        lock (gate) return lines.Count(line => line.Contains(part, StringComparison.Ordinal));
    }

    /// <summary>Done once so many lines hold the part.</summary>
    public async Task SaysAsync(string part, int count = 1)
    {
        var found = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (Count(part) >= count) return;
            seekers.Add((part, count, found));
        }
        try
        {
            await found.Task.WaitAsync(Line.Patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The log does not say «{part}» {count} times: {string.Join('\n', Lines.TakeLast(20))}");
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private void Add(string line)
    {
        lock (gate)
        {
            lines.Add(line);
            foreach (var seeker in seekers.Where(s => Count(s.Part) >= s.Count).ToList())
            {
                seeker.Found.SetResult();
                seekers.Remove(seeker);
            }
        }
    }

    private sealed class Logger(CapturedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Add($"{logLevel} {category}: {formatter(state, exception)} {exception}");
    }
}
