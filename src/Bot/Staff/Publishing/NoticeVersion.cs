using Bot.Staff.Notices;

namespace Bot.Staff.Publishing;

/// <summary>A notice as it answered from a moment on; kept for ever.</summary>
/// <param name="Number">Its place among the versions of its notice, from 1 on.</param>
/// <param name="At">When it was published, or when it was seen on disk.</param>
/// <param name="Actor">Who published it; null for a change on disk.</param>
/// <param name="Reason">Why, in the publisher's words; null where nobody gave any.</param>
/// <param name="Text">The whole file; null where the notice was taken away.</param>
/// <param name="Mark">The mark of the text; null where the notice was taken away.</param>
public sealed record NoticeVersion(
    NoticeFile File, long Number, DateTimeOffset At, string? Actor, VersionOrigin Origin, string? Reason, string? Text, string? Mark)
{
    /// <summary>What would come back by taking back the latest of a notice's versions: what stood before it.</summary>
    /// <param name="versions">The newest first.</param>
    /// <returns>Its number; 0 where nothing stood before it, so that the notice would go; null where there is nothing to take back.</returns>
    public static long? Before(IReadOnlyList<NoticeVersion> versions)
    {
        if (versions is not [var latest, ..]) return null;
        // Of a text that was itself taken back, what stood before it the first time: pressed again and again, it leads back and not to and fro.
        var first = latest.Origin == VersionOrigin.Back ? versions.FirstOrDefault(v => v.Origin != VersionOrigin.Back && v.Mark == latest.Mark) : latest;
        return first?.Number - 1;
    }
}
