namespace Bot.Channels.DirectLine;

/// <summary>The id that an activity was given.</summary>
public sealed record IdBody(string Id);
