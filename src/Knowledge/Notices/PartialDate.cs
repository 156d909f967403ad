using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Knowledge.Notices;

/// <summary>A date as precise as its document writes it: a year, a month or a day.</summary>
public readonly record struct PartialDate(int Year, int? Month = null, int? Day = null)
{
    /// <summary>The first day that the date can mean.</summary>
    public DateOnly First => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day that the date can mean.</summary>
    public DateOnly Last => Day is not null ? First : Month is not null ? First.AddMonths(1).AddDays(-1) : new DateOnly(Year, 12, 31);

    /// <summary>Reads "2020", "2020-08" or "2020-08-05".</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PartialDate date)
    {
        date = default;
        if (text is null) return false;
        string[] formats = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];
        foreach (var format in formats)
        {
            if (!DateOnly.TryParseExact(text.Trim(), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) continue;
            date = new PartialDate(day.Year, format.Length > 4 ? day.Month : null, format.Length > 7 ? day.Day : null);
            return true;
        }
        return false;
    }

    /// <summary>As Vietnamese documents write it: "năm 2020", "tháng 8/2020", "ngày 05/8/2020".</summary>
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => string.Create(CultureInfo.InvariantCulture, $"năm {Year}"),
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"tháng {Month}/{Year}"),
        // Days always have two digits, months only where one digit could be altered (1 and 2), as official letters do.
        _ => string.Create(CultureInfo.InvariantCulture, $"ngày {Day:00}/{(Month < 3 ? $"{Month:00}" : $"{Month}")}/{Year}"),
    };

    /// <summary>As English writes it: "2020", "August 2020", "5 August 2020".</summary>
    public string InEnglish() => First.ToString(Day is not null ? "d MMMM yyyy" : Month is not null ? "MMMM yyyy" : "yyyy", CultureInfo.InvariantCulture);
}
