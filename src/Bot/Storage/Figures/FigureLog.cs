using System.Collections.Frozen;
using Bot.Conversations;
using Bot.Storage.Questions;

namespace Bot.Storage.Figures;

/// <summary>The counts of each day, which stay when what was counted is deleted: they are of nobody.</summary>
public sealed class FigureLog(Database database, QuestionOptions options, TimeProvider time)
{
    public const string Outcome = "outcome";
    public const string Channel = "channel";
    public const string Hour = "hour";
    public const string Section = "section";
    public const string Verdict = "verdict";
    public const string Again = "again";
    public const string Took = "took";
    public const string Conversation = "conversation";
    public const string Message = "message";
    public const string HandedOff = "handed-off";

    /// <summary>All that is counted.</summary>
    public static readonly FrozenSet<string> Kinds = [Outcome, Channel, Hour, Section, Verdict, Again, Took, Conversation, Message, HandedOff];

    // For so many days a day is counted anew: what citizens say of an answer may come later.
    private const int Settling = 7;

    // Milliseconds for which today need not be counted anew.
    private const long Fresh = 60_000;

    // That a day was counted is a row, too: of a day without a word there would be none, and the last one before it would be taken for the last counted.
    // Times to two digits: more would make a row of nearly every answer.
    private const string Count =
        """
        WITH asked AS (SELECT at, channel, outcome, section, took, verdict, again FROM questions WHERE at >= $2 AND at < $3),
            talked AS (SELECT channel, messages, by_staff FROM talks WHERE day = $1),
            counted AS (
                SELECT 'outcome' AS what, outcome AS name, 1 AS times FROM asked
                UNION ALL SELECT 'channel', channel, 1 FROM asked
                UNION ALL SELECT 'hour', CAST((at - $2) / 3600000 AS TEXT), 1 FROM asked
                UNION ALL SELECT 'section', section, 1 FROM asked WHERE section IS NOT NULL
                UNION ALL SELECT 'verdict', verdict, 1 FROM asked WHERE verdict IS NOT NULL
                UNION ALL SELECT 'again', '', 1 FROM asked WHERE again = 1
                UNION ALL SELECT 'took', CAST(CASE WHEN took < 100 THEN took WHEN took < 1000 THEN took / 10 * 10 ELSE took / 100 * 100 END AS TEXT), 1
                    FROM asked
                UNION ALL SELECT 'conversation', channel, 1 FROM talked WHERE messages > 0
                UNION ALL SELECT 'message', channel, messages FROM talked WHERE messages > 0
                UNION ALL SELECT 'handed-off', channel, 1 FROM talked WHERE by_staff > 0
                UNION ALL SELECT 'counted', '', 1)
        INSERT INTO daily_figures (day, what, name, count) SELECT $1, what, name, CAST(sum(times) AS BIGINT) FROM counted GROUP BY what, name
        """;

    private long refreshed;

    /// <summary>Counts every day that is not yet counted for good, before anything of it is deleted.</summary>
    public async Task CountAsync(CancellationToken stopping)
    {
        var today = Today();
        // Of what is deleted in part, the counts stay as they are.
        var (kept, settling) = (today.AddDays(1 - options.Days), today.AddDays(1 - Math.Min(Settling, options.Days)));
        var first = LastCounted() ?? FirstAsked() ?? today;
        if (first > settling) first = settling;
        if (first < kept) first = kept;
        // Each by itself: turns come in between.
        for (var day = first; day <= today && !stopping.IsCancellationRequested; day = day.AddDays(1)) await CountAsync(day);
        await database.WriteAsync(session => session.Execute("DELETE FROM talks WHERE day < $1", (long)settling.DayNumber));
    }

    /// <summary>Counts today anew, unless that was done a moment ago.</summary>
    public async Task RefreshAsync()
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        if (now - refreshed < Fresh) return;
        refreshed = now;
        await CountAsync(Today());
    }

    /// <summary>The sums of the days from one to another; each has the first of them as its day.</summary>
    public List<DayCount> Sums(DateOnly from, DateOnly to) => database.Read(session => session.Query(
        "SELECT what, name, CAST(sum(count) AS BIGINT) FROM daily_figures WHERE day >= $1 AND day <= $2 AND what <> 'counted' GROUP BY what, name",
        row => new DayCount(from, row.GetString(0), row.GetString(1), row.GetInt64(2)), (long)from.DayNumber, (long)to.DayNumber));

    /// <summary>The counts of each of the days, in their order.</summary>
    /// <param name="what">Which; null for all.</param>
    public List<DayCount> Days(DateOnly from, DateOnly to, string? what = null) => database.Read(session => session.Query(
        """
        SELECT day, what, name, count FROM daily_figures
        WHERE day >= $1 AND day <= $2 AND what <> 'counted' AND ($3 = '' OR what = $3) ORDER BY day, what, name
        """,
        row => new DayCount(DateOnly.FromDayNumber((int)row.GetInt64(0)), row.GetString(1), row.GetString(2), row.GetInt64(3)),
        (long)from.DayNumber, (long)to.DayNumber, what ?? ""));

    private Task<bool> CountAsync(DateOnly day) => database.WriteAsync(session =>
    {
        // Two nodes may be at it.
        session.Alone("daily figures");
        session.Execute("DELETE FROM daily_figures WHERE day = $1", (long)day.DayNumber);
        session.Execute(Count, (long)day.DayNumber, Begin(day), Begin(day.AddDays(1)));
        return true;
    });

    private static long Begin(DateOnly day) => VietnamTime.Begin(day).ToUnixTimeMilliseconds();

    private DateOnly? LastCounted() =>
        database.Read(session => session.Scalar("SELECT max(day) FROM daily_figures")) is long day ? DateOnly.FromDayNumber((int)day) : null;

    private DateOnly? FirstAsked() => database.Read(session => session.Scalar("SELECT min(at) FROM questions")) is long at
        ? VietnamTime.Day(DateTimeOffset.FromUnixTimeMilliseconds(at)) : null;

    private DateOnly Today() => VietnamTime.Day(time.GetUtcNow());
}
