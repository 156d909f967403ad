namespace Bot.Channels.Limits;

/// <summary>Counts calls by key in windows of a minute: within the process, or together with other nodes.</summary>
public interface IWindowLimit
{
    /// <summary>Counts a call; null when it passes, else how long to wait.</summary>
    TimeSpan? Refuse(string key);
}
