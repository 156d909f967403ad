using System.Globalization;

namespace Bot.Dossiers;

/// <summary>A moment on the clock of the agency, as sources and receipts write it; often the day only.</summary>
/// <param name="Time">The time of day; null where only the day is known.</param>
public readonly record struct VietnamMoment(DateOnly Day, TimeOnly? Time = null)
{
    /// <inheritdoc/>
    public override string ToString() => Time is { } time
        ? Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + time.ToString("'T'HH:mm", CultureInfo.InvariantCulture)
        : Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
