namespace Bot.Channels;

/// <summary>Whether a channel is on, or what settings it lacks.</summary>
public sealed record ChannelState(string Name, IEnumerable<string> Missing)
{
    public bool IsOn => !Missing.Any();
}
