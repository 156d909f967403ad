using System.Globalization;
using Bot.Conversations;

namespace Bot.Staff.Figures;

/// <summary>The days that figures are of, both ends among them.</summary>
public sealed record Period(DateOnly From, DateOnly To)
{
    /// <summary>What a page names without saying: so many days with today.</summary>
    public const int Usual = 30;

    private const string Shape = "yyyy-MM-dd";
    private const int MostDays = 3660;

    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The period in an address.</summary>
    public string Query => $"?tu={Write(From)}&den={Write(To)}";

    /// <summary>The last days, today among them.</summary>
    public static Period Last(int days, DateOnly today) => new(today.AddDays(1 - days), today);

    /// <summary>The period that an address names, the usual one where it names none; null where it cannot be read.</summary>
    public static Period? Read(string? from, string? to, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(from) && string.IsNullOrWhiteSpace(to)) return Last(Usual, today);
        return Day(from) is { } first && Day(to) is { } last && first <= last && new Period(first, last) is { Days: <= MostDays } period ? period : null;
    }

    public static string Write(DateOnly day) => day.ToString(Shape, CultureInfo.InvariantCulture);

    public override string ToString() => $"{VietnamTime.Write(From)} – {VietnamTime.Write(To)}";

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), Shape, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year > 2000 ? day : null;
}
