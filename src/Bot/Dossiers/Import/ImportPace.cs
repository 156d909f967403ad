namespace Bot.Dossiers.Import;

/// <summary>
/// How many rows go into one transaction: beside a running server on SQLite the file is locked for so long, so as many as keep it for some milliseconds,
/// however slow the machine is. The first ones are few, for the program is still being compiled as it goes.
/// </summary>
/// <param name="isShared">Whether nobody waits for a whole transaction, as on PostgreSQL: there every one is a round trip, and many rows go into each.</param>
internal sealed class ImportPace(bool isShared)
{
    private const int Shared = 100;
    private const int Most = 500;
    private static readonly TimeSpan Aim = TimeSpan.FromMilliseconds(2);

    /// <summary>How many rows the next transaction should have.</summary>
    public int Rows { get; private set; } = isShared ? Shared : 1;

    /// <summary>Notes how long a transaction kept the store.</summary>
    public void Took(int rows, TimeSpan time)
    {
        if (!isShared) Rows = (int)Math.Clamp(rows * (Aim / time), 1, Math.Min(2 * rows, Most));
    }
}
