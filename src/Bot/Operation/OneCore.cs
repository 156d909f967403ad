using System.Diagnostics;
using System.Numerics;

namespace Bot.Operation;

/// <summary>Leaves the other processors to the server, while a command works beside it.</summary>
internal static class OneCore
{
    /// <summary>From now on this process runs on the last of its processors alone; called before it has threads that do the work.</summary>
    // Not by a lower priority: on SQLite whoever is put off while he writes puts off the server, too.
    public static void Keep()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsWindows()) return;
        using var self = Process.GetCurrentProcess();
        self.ProcessorAffinity = (nint)(1UL << BitOperations.Log2((ulong)self.ProcessorAffinity));
    }
}
