namespace Knowledge.Notices;

/// <summary>Where the facts of a notice were read, and when.</summary>
public sealed record NoticeSource(string Name, string? Url, DateOnly Seen);
