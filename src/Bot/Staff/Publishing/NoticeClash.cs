using Bot.Staff.Notices;

namespace Bot.Staff.Publishing;

/// <summary>A text from a node's folder that no version has and that was not published over the latest one: kept until staff have looked at it.</summary>
public sealed record NoticeClash(NoticeFile File, string Mark, string Text, DateTimeOffset At);
