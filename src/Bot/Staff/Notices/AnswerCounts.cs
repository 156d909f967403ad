using Bot.Storage;
using Knowledge.Notices;

namespace Bot.Staff.Notices;

/// <summary>How often each section has answered in the last 30 days, as far as questions are recorded.</summary>
public sealed class AnswerCounts(Database database, TimeProvider time)
{
    public const int Days = 30;

    public Dictionary<SectionAddress, long> BySection() => database.Read(session => session.Query(
        "SELECT section, count(*) FROM questions WHERE at >= $1 AND outcome = 'answered' AND section IS NOT NULL GROUP BY section",
        row => (Section: row.GetString(0), Count: row.GetInt64(1)), time.GetUtcNow().AddDays(-Days).ToUnixTimeMilliseconds()))
        .Where(row => SectionAddress.TryParse(row.Section, out _))
        .ToDictionary(row => SectionAddress.TryParse(row.Section, out var address) ? address : default, row => row.Count);
}
