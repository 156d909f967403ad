using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Bot.Content.Gate;

/// <summary>Threads of their own for long work, which give way to the pool's: citizens ask meanwhile.</summary>
internal static class Workers
{
    private const int Portion = 32;
    private const int Nicest = 19;

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
                GiveWay();
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

    // On Linux the runtime's priorities do nothing; there every thread has a niceness of its own, which who 0 means.
    private static void GiveWay()
    {
        if (OperatingSystem.IsLinux()) _ = SetPriority(which: 0, who: 0, Nicest);
        else Thread.CurrentThread.Priority = ThreadPriority.Lowest;
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    private static extern int SetPriority(int which, uint who, int priority);
}
