namespace StandIns.Serving;

/// <summary>Which requests are failed: first those queued one by one, then the standing policies, then the rate limit, then chance.</summary>
public sealed class Faults(TimeProvider time, Fault rateLimited)
{
    private readonly Lock gate = new();
    private readonly List<Queued> queue = [];
    private readonly List<(string? Path, Fault Fault)> standing = [];
    private readonly List<Chance> chances = [];
    private readonly List<Rate> rates = [];

    /// <summary>How many queued faults have not been played yet.</summary>
    public int Left
    {
        get
        {
            lock (gate) return queue.Sum(q => q.Left);
        }
    }

    /// <summary>Fails the next requests, after those that are queued already; the path is a part of the request's path.</summary>
    public void Next(Fault fault, int count = 1, string? path = null)
    {
        lock (gate) queue.Add(new Queued(path, fault) { Left = count });
    }

    /// <summary>Lets the next requests through unharmed, so that a later one can be chosen: "the third fails".</summary>
    public void Pass(int count, string? path = null)
    {
        lock (gate) queue.Add(new Queued(path, null) { Left = count });
    }

    /// <summary>Fails every request until <see cref="Clear"/>.</summary>
    public void Always(Fault fault, string? path = null)
    {
        lock (gate) standing.Add((path, fault));
    }

    /// <summary>Fails each request with the probability, by one of the faults; the same seed and order of requests give the same faults.</summary>
    public void Randomly(int seed, double probability, IReadOnlyList<Fault> faults, string? path = null)
    {
        lock (gate) chances.Add(new Chance(path, new Random(seed), probability, faults));
    }

    /// <summary>Refuses with the service's own error what exceeds so many requests in any such time.</summary>
    public void RateLimit(int calls, TimeSpan per, string? path = null)
    {
        lock (gate) rates.Add(new Rate(path, calls, per));
    }

    public void Clear()
    {
        lock (gate)
        {
            queue.Clear();
            standing.Clear();
            chances.Clear();
            rates.Clear();
        }
    }

    internal Fault? Pick(string path)
    {
        lock (gate)
        {
            var queued = queue.Find(q => Applies(q.Path, path));
            if (queued is not null)
            {
                if (--queued.Left == 0) queue.Remove(queued);
                return queued.Fault;
            }
            foreach (var (part, fault) in standing)
                if (Applies(part, path))
                    return fault;
            if (rates.Where(r => Applies(r.Path, path)).ToList() is { Count: > 0 } limits && !limits.TrueForAll(r => r.Takes(time.GetUtcNow()))) return rateLimited;
            foreach (var chance in chances)
                if (Applies(chance.Path, path) && chance.Random.NextDouble() < chance.Probability)
                    return chance.Faults[chance.Random.Next(chance.Faults.Count)];
            return null;
        }
    }

    private static bool Applies(string? part, string path) => part is null || path.Contains(part, StringComparison.Ordinal);

    private sealed class Queued(string? path, Fault? fault)
    {
        public string? Path => path;

        public Fault? Fault => fault;

        public int Left { get; set; }
    }

    private sealed record Chance(string? Path, Random Random, double Probability, IReadOnlyList<Fault> Faults);

    private sealed class Rate(string? path, int calls, TimeSpan per)
    {
        private readonly Queue<DateTimeOffset> taken = new();

        public string? Path => path;

        public bool Takes(DateTimeOffset now)
        {
            while (taken.TryPeek(out var first) && first <= now - per) taken.Dequeue();
            if (taken.Count >= calls) return false;
            taken.Enqueue(now);
            return true;
        }
    }
}
