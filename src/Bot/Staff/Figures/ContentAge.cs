using Bot.Conversations;
using Knowledge.Notices;

namespace Bot.Staff.Figures;

/// <summary>How long ago the notices in force were last reviewed, in days.</summary>
/// <param name="Stale">How many of them more than a year ago.</param>
public sealed record ContentAge(int Median, int Oldest, int Stale)
{
    /// <summary>Older than that, a review is due.</summary>
    public const int Long = 365;

    /// <summary>The numbers as sentences take them.</summary>
    public (string, string)[] Values => [("median", Paid.Write(Median)), ("oldest", Paid.Write(Oldest)), ("stale", Paid.Write(Stale))];

    /// <summary>The age on a day; null where no notice is in force.</summary>
    public static ContentAge? Of(Catalogue catalogue, DateOnly day)
    {
        var inForce = catalogue.Notices.Values.Where(notice => notice.MayHoldOn(day));
        var ages = inForce.Select(notice => Math.Max(0, day.DayNumber - notice.Reviewed.DayNumber)).Order().ToList();
        return ages.Count == 0 ? null : new ContentAge(ages[(ages.Count - 1) / 2], ages[^1], ages.Count(age => age > Long));
    }
}
