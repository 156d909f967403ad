using System.Diagnostics;

namespace Bench;

/// <summary>Questions at a pace, whatever becomes of them meanwhile: a slow answer does not hold up the next question.</summary>
internal static class Steady
{
    /// <summary>Asks until something has happened; returns how long each took, in milliseconds, the quickest first.</summary>
    public static async Task<List<double>> AskAsync(Talk[] talks, string[] questions, int aSecond, Task until)
    {
        var (times, asking, watch) = (new List<double>(), new List<Task>(), Stopwatch.StartNew());
        for (var i = 0; !until.IsCompleted; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / aSecond);
            if (due > watch.Elapsed) await Task.Delay(due - watch.Elapsed);
            var (talk, question) = (talks[i % talks.Length], questions[i % questions.Length]);
            asking.Add(Task.Run(async () =>
            {
                var began = Stopwatch.GetTimestamp();
                await talk.AskAsync(question);
                lock (times) times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }));
        }
        await Task.WhenAll(asking);
        times.Sort();
        return times;
    }

    /// <summary>What so many in a hundred are not above, of what is sorted.</summary>
    public static double Percentile(IReadOnlyList<double> sorted, int percent) => sorted[sorted.Count * percent / 100];
}
