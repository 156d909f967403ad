namespace Bot.Channels.Limits;

/// <summary>Counts calls by key in fixed windows of a minute; forgets everybody when a window ends, and so never grows.</summary>
public sealed class WindowLimit(int most, TimeProvider time, int keys = 100_000) : IWindowLimit
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> counts = [];
    private DateTimeOffset began;

    public TimeSpan? Refuse(string key)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            // A clock that was set back must not lock anybody out.
            if (now - began >= Window || now < began)
            {
                counts.Clear();
                began = now;
            }
            // Whoever comes when the table is full shares one count with the others who do.
            if (counts.Count >= keys && !counts.ContainsKey(key)) key = "";
            var count = counts.GetValueOrDefault(key);
            if (count >= most) return began + Window - now;
            counts[key] = count + 1;
            return null;
        }
    }
}
