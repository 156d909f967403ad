using Bot.Operation.Settings;

namespace Bot.Staff.Accounts;

/// <summary>How long staff stay signed in, and how many tries they have.</summary>
public sealed record StaffOptions
{
    /// <summary>A session ends when nothing was done for so long.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>A session ends after so long, whatever is done.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(10);

    /// <summary>Wrong passwords and codes that lock an account.</summary>
    public int LockFailures { get; init; } = 5;

    /// <summary>For how long they do.</summary>
    public TimeSpan Lock { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Tries to sign in from one network address in a minute.</summary>
    public int SignInsPerMinute { get; init; } = 20;

    public static StaffOptions From(IConfiguration configuration) => new()
    {
        Idle = TimeSpan.FromMinutes(configuration.Whole("Staff:IdleMinutes", 30, 5, 24 * 60)),
        Longest = TimeSpan.FromHours(configuration.Whole("Staff:SessionHours", 10, 1, 7 * 24)),
        LockFailures = configuration.Whole("Staff:LockFailures", 5, 3, 100),
        Lock = TimeSpan.FromMinutes(configuration.Whole("Staff:LockMinutes", 15, 1, 24 * 60)),
        SignInsPerMinute = configuration.Whole("Staff:SignInsPerMinute", 20, 1, 1_000_000),
    };
}
