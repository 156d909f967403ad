using System.Text;
using Bot.Staff.Figures;
using Bot.Storage.Figures;
using Bot.Tests.Conversations;

namespace Bot.Tests.Staff.Figures;

/// <summary>What is reckoned from counts, and how it is written for Excel.</summary>
public sealed class SummaryTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Fact]
    public void Times_are_those_within_which_a_part_was_answered()
    {
        var summary = new Summary([Count("took", "5", 90), Count("took", "40", 5), Count("took", "1200", 5)]);
        Assert.Equal((5, 5, 40, 1200, 1200), (summary.Within(0.5), summary.Within(0.9), summary.Within(0.95), summary.Within(0.951), summary.Within(1)));
        Assert.Null(new Summary([]).Within(0.5));
    }

    [Fact]
    public void Notices_are_the_sum_of_their_sections()
    {
        var summary = new Summary([Count("section", "b#x", 3), Count("section", "a#x", 2), Count("section", "a#y", 2)]);
        Assert.Equal([("a", 4L), ("b", 3L)], summary.Notices());
    }

    [Fact]
    public void Shares_are_of_a_hundred_and_of_nothing_there_is_none()
    {
        Assert.Equal((33, 67, 100, null), (Summary.Share(1, 3), Summary.Share(2, 3), Summary.Share(5, 5), Summary.Share(0, 0)));
        var summary = new Summary([Count("outcome", "answered", 3), Count("outcome", "unanswered", 1), Count("hour", "9", 4)]);
        Assert.Equal((4, 3, 1, 4, 0), (summary.Questions, summary.Answered, summary.Unanswered, summary.Hours[9], summary.Hours[10]));
    }

    [Theory]
    [InlineData(null, null, "2026-10-23", "2026-11-21")]
    [InlineData("2026-11-01", "2026-11-01", "2026-11-01", "2026-11-01")]
    [InlineData(" 2026-11-01", "2026-11-07 ", "2026-11-01", "2026-11-07")]
    [InlineData("2026-11-02", "2026-11-01", null, null)]
    [InlineData("2026-11-02", "", null, null)]
    [InlineData("01/11/2026", "02/11/2026", null, null)]
    [InlineData("2001-01-01", "2026-11-01", null, null)]
    public void A_period_is_read_or_refused(string? from, string? to, string? first, string? last)
    {
        var period = Period.Read(from, to, Day);
        Assert.Equal((first, last), (period is null ? null : Period.Write(period.From), period is null ? null : Period.Write(period.To)));
    }

    [Fact]
    public void The_age_of_the_content_is_that_of_the_notices_in_force()
    {
        var catalogue = RepositoryContent.Edition.Catalogue;
        var reviewed = catalogue.Notices.Values.Where(n => n.MayHoldOn(Day)).Select(n => n.Reviewed).Order().ToList();
        var later = Day.AddDays(400);
        var age = ContentAge.Of(catalogue, Day)!;
        Assert.Equal(Math.Max(0, Day.DayNumber - reviewed[0].DayNumber), age.Oldest);
        Assert.InRange(age.Median, 0, age.Oldest);
        var stale = catalogue.Notices.Values.Count(n => n.MayHoldOn(later) && later.DayNumber - n.Reviewed.DayNumber > 365);
        Assert.Equal(stale, ContentAge.Of(catalogue, later)!.Stale);
        Assert.Null(ContentAge.Of(Knowledge.Notices.Catalogue.Empty, Day));
    }

    [Fact]
    public void Excel_reads_it_as_text_and_takes_nothing_for_a_formula()
    {
        var bytes = CsvText.Write([["ngày", "a,b", "nói \"được\""], ["=1+1", "+84", "-2", "@x"], ["\tx", "tốt", ""]]);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("ngày,\"a,b\",\"nói \"\"được\"\"\"\r\n'=1+1,'+84,'-2,'@x\r\n'\tx,tốt,\r\n", Encoding.UTF8.GetString(bytes[3..]));
    }

    private static DayCount Count(string what, string name, long count) => new(Day, what, name, count);
}
