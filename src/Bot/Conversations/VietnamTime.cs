using System.Globalization;
using Bot.Dossiers;

namespace Bot.Conversations;

/// <summary>The clock on the wall of the agency: seven hours ahead of UTC, all year.</summary>
public static class VietnamTime
{
    /// <summary>The day in Vietnam at a moment.</summary>
    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(TimeSpan.FromHours(7)).DateTime);

    /// <summary>The day and the hour in Vietnam at a moment.</summary>
    public static VietnamMoment Moment(DateTimeOffset moment) => new(Day(moment), TimeOnly.FromDateTime(moment.ToOffset(TimeSpan.FromHours(7)).DateTime));

    /// <summary>The hour in Vietnam at a moment, as people write it: 09:05.</summary>
    public static string Clock(DateTimeOffset moment) => moment.ToOffset(TimeSpan.FromHours(7)).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A day as people write it: 05/8/2020.</summary>
    public static string Write(DateOnly day) => new Knowledge.Notices.PartialDate(day.Year, day.Month, day.Day).ToString()["ngày ".Length..];
}
