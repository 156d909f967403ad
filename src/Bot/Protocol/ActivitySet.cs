namespace Bot.Protocol;

/// <summary>Activities in the order of the log, and the watermark after the last of them where there is a log to go on in.</summary>
public sealed record ActivitySet(IReadOnlyList<Activity> Activities, string? Watermark);
