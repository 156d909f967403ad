using System.Diagnostics;
using System.Globalization;

namespace Bench;

/// <summary>How long a set of questions takes, one after another on one thread.</summary>
internal sealed class Speed
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(3);

    private readonly double[] whole;
    private readonly double[] reading;
    private readonly long bytes;

    private Speed(double[] whole, double[] reading, long bytes) => (this.whole, this.reading, this.bytes) = (whole, reading, bytes);

    /// <summary>Asks all questions again and again until the code is as fast as it gets, then measures each time.</summary>
    public static Speed Of(RetrievalSet set, IReadOnlyList<string> questions)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < WarmUp;)
            foreach (var question in questions)
                set.Search(set.Understand(question));
        var (whole, reading) = (new List<double>(100_000), new List<double>(100_000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Measured;)
            foreach (var question in questions)
            {
                var began = Stopwatch.GetTimestamp();
                var understood = set.Understand(question);
                reading.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
                set.Search(understood);
                whole.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
            }
        // The two lists grow, too: what they took is not the search's.
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before - Grown(whole.Count) - Grown(reading.Count);
        return new Speed([.. whole.Order()], [.. reading.Order()], bytes / whole.Count);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"p50 {At(whole, 50):F0} µs, p99 {At(whole, 99):F0} µs a query on one thread (of it understanding: p50 {At(reading, 50):F0} µs), {bytes} bytes allocated a query");

    private static double At(double[] sorted, int percent) => sorted[(long)sorted.Length * percent / 100];

    private static long Grown(int count)
    {
        var grown = 0L;
        for (var capacity = 100_000L; capacity < count; capacity *= 2) grown += 2 * capacity * sizeof(double);
        return grown;
    }
}
