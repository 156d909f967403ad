using Bot.Storage;

namespace Bot.Channels.Limits;

/// <summary>Counts calls by key in windows of a minute: within the process, or together with other nodes.</summary>
public interface IWindowLimit
{
    /// <summary>Counts a call; null when it passes, else how long to wait.</summary>
    TimeSpan? Refuse(string key);

    /// <summary>One that counts where the nodes of this store have to count.</summary>
    static IWindowLimit New(string name, int most, Database database, KeyedHash hash, TimeProvider time) =>
        database.IsShared ? new SharedWindowLimit(name, most, database, hash, time) : new WindowLimit(most, time);
}
