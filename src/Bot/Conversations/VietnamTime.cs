using System.Globalization;
using Bot.Dossiers;

namespace Bot.Conversations;

/// <summary>The clock on the wall of the agency: seven hours ahead of UTC, all year.</summary>
public static class VietnamTime
{
    /// <summary>How far it is ahead of UTC.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromHours(7);

    /// <summary>The day in Vietnam at a moment.</summary>
    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Ahead).DateTime);

    /// <summary>When a day begins in Vietnam.</summary>
    public static DateTimeOffset Begin(DateOnly day) => new(day, TimeOnly.MinValue, Ahead);

    /// <summary>The day and the hour in Vietnam at a moment.</summary>
    public static VietnamMoment Moment(DateTimeOffset moment) => new(Day(moment), TimeOnly.FromDateTime(moment.ToOffset(Ahead).DateTime));

    /// <summary>The hour in Vietnam at a moment, as people write it: 09:05.</summary>
    public static string Clock(DateTimeOffset moment) => moment.ToOffset(Ahead).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day and the second in Vietnam at a moment, as logs are read: 05/08/2020 09:05:00.</summary>
    public static string Exact(DateTimeOffset moment) => moment.ToOffset(Ahead).ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The hour and the day in Vietnam at a moment: 09:05, 05/8/2020.</summary>
    public static string ClockAndDay(DateTimeOffset moment) => $"{Clock(moment)}, {Write(Day(moment))}";

    /// <summary>A day as people write it: 05/8/2020.</summary>
    public static string Write(DateOnly day) => new Knowledge.Notices.PartialDate(day.Year, day.Month, day.Day).ToString()["ngày ".Length..];
}
