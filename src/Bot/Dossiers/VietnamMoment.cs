using System.Globalization;

namespace Bot.Dossiers;

/// <summary>A moment on the clock of the agency, as sources and receipts write it; often the day only.</summary>
/// <param name="Time">The time of day; null where only the day is known.</param>
public readonly record struct VietnamMoment(DateOnly Day, TimeOnly? Time = null)
{
    /// <summary>Reads a moment as systems write it, in one of their forms; false when there is something that is none. Nothing at all is read as null.</summary>
    public static bool TryRead(string? text, string[] forms, out VietnamMoment? moment)
    {
        moment = null;
        if (string.IsNullOrEmpty(text)) return true;
        if (!DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) || read.Year is < 1990 or > 2100) return false;
        // Midnight is how systems write that they know the day only.
        moment = new VietnamMoment(DateOnly.FromDateTime(read), read.TimeOfDay == TimeSpan.Zero ? null : TimeOnly.FromDateTime(read));
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Time is { } time
        ? Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + time.ToString("'T'HH:mm", CultureInfo.InvariantCulture)
        : Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
