namespace Bot.Delivery;

/// <summary>How long to wait before the next try: twice as long each time, less up to a half by chance, so that not all come back at once.</summary>
public static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    /// <param name="tries">How many tries there were.</param>
    /// <param name="chance">From 0 to 1.</param>
    public static TimeSpan After(int tries, TimeSpan longest, double chance)
    {
        var wait = First * Math.Pow(2, Math.Clamp(tries - 1, 0, 20));
        return (wait < longest ? wait : longest) * (1 - chance / 2);
    }
}
