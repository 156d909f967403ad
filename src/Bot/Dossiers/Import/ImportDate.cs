using System.Globalization;

namespace Bot.Dossiers.Import;

/// <summary>Dates as exports write them.</summary>
public static class ImportDate
{
    private static readonly string[] Forms =
        ["yyyyMMddHHmmss", "yyyyMMdd", "d/M/yyyy", "d/M/yyyy H:mm", "d/M/yyyy H:mm:ss", "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>Reads a date; false when there is something that is none. Nothing at all is read as null.</summary>
    public static bool TryRead(string text, out VietnamMoment? moment)
    {
        moment = null;
        if (text.Length == 0) return true;
        if (!DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) || read.Year is < 1990 or > 2100) return false;
        // Midnight is how systems write that they know the day only.
        moment = new VietnamMoment(DateOnly.FromDateTime(read), read.TimeOfDay == TimeSpan.Zero ? null : TimeOnly.FromDateTime(read));
        return true;
    }
}
