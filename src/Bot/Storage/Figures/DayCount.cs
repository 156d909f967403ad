namespace Bot.Storage.Figures;

/// <summary>What was counted of a day or of several.</summary>
/// <param name="Day">The day in Vietnam.</param>
/// <param name="What">What is counted, of <see cref="FigureLog.Kinds"/>.</param>
/// <param name="Name">Which of them: an outcome, a channel, an hour, a section, a verdict, so many milliseconds.</param>
public sealed record DayCount(DateOnly Day, string What, string Name, long Count);
