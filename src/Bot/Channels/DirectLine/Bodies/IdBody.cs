namespace Bot.Channels.DirectLine.Bodies;

/// <summary>The id that an activity was given.</summary>
public sealed record IdBody(string Id);
