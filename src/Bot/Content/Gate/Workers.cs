using System.Runtime.ExceptionServices;

namespace Bot.Content.Gate;

/// <summary>Threads of their own for long work, so that the pool's stay free for citizens' messages.</summary>
internal static class Workers
{
    private const int Portion = 32;

    /// <summary>Does a piece of work for every number below a count.</summary>
    /// <param name="threads">How many threads work.</param>
    /// <param name="stopping">Ends the work between two portions.</param>
    public static void Run(int count, int threads, Action<int> work, CancellationToken stopping)
    {
        var (next, failure) = (0, (ExceptionDispatchInfo?)null);
        var all = Enumerable.Range(0, threads).Select(_ => new Thread(Work) { IsBackground = true, Name = "gate" }).ToList();
        foreach (var thread in all) thread.Start();
        foreach (var thread in all) thread.Join();
        failure?.Throw();
        stopping.ThrowIfCancellationRequested();

        void Work()
        {
            try
            {
                while (failure is null && !stopping.IsCancellationRequested && Interlocked.Add(ref next, Portion) - Portion is var first && first < count)
                    for (var i = first; i < Math.Min(count, first + Portion); i++)
                        work(i);
            }
            catch (Exception error)
            {
                failure = ExceptionDispatchInfo.Capture(error);
            }
        }
    }
}
