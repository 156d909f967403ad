using System.Globalization;
using Bot.Calendars;
using Bot.Content;
using Bot.Dossiers;
using Bot.Tests.Conversations;
using Knowledge.Notices;

namespace Bot.Tests.Calendars;

public class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = RepositoryContent.Edition.Calendar;

    // The repository's own days, with hours written down.
    private static readonly WorkingCalendar WithHours = WorkingCalendar.Read(
        new ContentFile(WorkingCalendar.File, "Giờ làm việc: 07:00–11:30, 13:30–17:00\n" + File.ReadAllText(Path.Combine(RepositoryContent.Root, "content", WorkingCalendar.File))), []);

    [Theory]
    [InlineData("2026-01-01", false)]
    [InlineData("2026-02-13", true)]
    [InlineData("2026-02-16", false)]
    [InlineData("2026-02-20", false)]
    [InlineData("2026-02-23", true)]
    [InlineData("2026-04-26", false)]
    [InlineData("2026-04-27", false)]
    [InlineData("2026-04-28", true)]
    [InlineData("2026-08-22", true)]
    [InlineData("2026-08-29", false)]
    [InlineData("2026-08-31", false)]
    [InlineData("2026-09-02", false)]
    [InlineData("2026-09-03", true)]
    [InlineData("2026-11-24", false)]
    [InlineData("2025-12-31", null)]
    [InlineData("2027-01-04", null)]
    public void A_day_is_worked_or_not(string day, bool? expected) => Assert.Equal(expected, Calendar.IsWorkingDay(Day(day)));

    [Theory]
    [InlineData("2026-11-02", "2026-11-09", 5)]
    [InlineData("2026-11-02", "2026-11-02", 0)]
    [InlineData("2026-11-09", "2026-11-02", 0)]
    [InlineData("2026-11-20", "2026-11-25", 2)]
    [InlineData("2026-08-21", "2026-09-03", 7)]
    [InlineData("2026-02-13", "2026-02-22", 0)]
    [InlineData("2026-12-28", "2027-01-04", null)]
    [InlineData("2025-12-28", "2026-01-05", null)]
    public void Days_are_counted_without_the_first(string after, string until, int? expected) => Assert.Equal(expected, Calendar.Between(Day(after), Day(until)));

    [Theory]
    [InlineData("2026-11-02T09:32", "2026-11-02T09:32")]
    [InlineData("2026-11-02T06:10", "2026-11-02T07:00")]
    [InlineData("2026-11-02T12:00", "2026-11-02T13:30")]
    [InlineData("2026-11-02T17:00", "2026-11-03T07:00")]
    [InlineData("2026-11-06T18:30", "2026-11-09T07:00")]
    [InlineData("2026-11-07T10:00", "2026-11-07T10:00")]
    [InlineData("2026-11-23T20:00", "2026-11-25T07:00")]
    [InlineData("2026-11-02", "2026-11-02")]
    [InlineData("2026-12-31T17:30", null)]
    public void What_comes_after_hours_counts_from_the_next_morning(string received, string? expected) => Assert.Equal(expected, WithHours.Start(Moment(received))?.ToString());

    [Theory]
    [InlineData("2026-11-09", "2026-11-09")]
    [InlineData("2026-11-07", "2026-11-09")]
    [InlineData("2026-11-07T09:00", "2026-11-09")]
    [InlineData("2026-11-24T09:00", "2026-11-25")]
    [InlineData("2027-01-04", null)]
    public void A_term_that_ends_on_a_rest_day_ends_with_the_next_working_day(string due, string? expected) => Assert.Equal(expected, Calendar.Deadline(Moment(due))?.ToString());

    [Theory]
    [InlineData("2026-11-02", "2026-11-09", "2026-11-04", "(2, 5)")]
    [InlineData("2026-11-02", "2026-11-09", "2026-11-02", "(0, 5)")]
    [InlineData("2026-11-02T17:30", "2026-11-09", "2026-11-04", "(2, 5)")]
    [InlineData("2026-11-07T10:00", "2026-11-16", "2026-11-10", "(2, 6)")]
    [InlineData("2026-11-02", "2026-11-09", "2026-11-08", "(4, 5)")]
    [InlineData("2026-11-02", "2026-11-09", "2026-11-10", "")]
    [InlineData("2026-11-02", "2027-01-09", "2026-11-10", "")]
    public void A_day_stands_somewhere_between_receipt_and_due_date(string received, string due, string today, string expected) =>
        Assert.Equal(expected, $"{Calendar.Progress(Moment(received), Moment(due), Day(today))}");

    [Fact]
    public void Where_hours_are_written_down_what_comes_after_them_has_a_day_less() =>
        Assert.Equal((1, 4), WithHours.Progress(Moment("2026-11-02T17:30"), Moment("2026-11-09"), Day("2026-11-04")));

    [Theory]
    [InlineData("## 2027\nNguồn: thông báo\n- nghĩ 01/01/2027: Tết", 3, "không hiểu")]
    [InlineData("## 2027\nNguồn: thông báo\n- nghỉ 31/02/2027: Tết", 3, "không hiểu")]
    [InlineData("## 2027\nNguồn: thông báo\n- nghỉ 01/01/2026: Tết", 3, "thuộc năm 2027")]
    [InlineData("## 2027\nNguồn: thông báo\n- làm 04/01/2027: bù", 3, "vốn là ngày làm việc")]
    [InlineData("## 2027\nNguồn: thông báo\n- nghỉ 01/01/2027: Tết\n- nghỉ 01/01/2027: Tết", 4, "hai lần")]
    [InlineData("## 2027\n- nghỉ 01/01/2027: Tết", 1, "Nguồn")]
    [InlineData("## sang năm", 1, "không phải năm")]
    [InlineData("Giờ làm việc: 7h", 1, "giờ làm việc")]
    public void A_fault_is_told_with_its_line(string text, int line, string expected)
    {
        var faults = new List<Fault>();
        WorkingCalendar.Read(new ContentFile(WorkingCalendar.File, text), faults);
        var fault = faults[0];
        Assert.Equal((WorkingCalendar.File, line), (fault.File, fault.Line));
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-30", false)]
    [InlineData("2026-12-01", true)]
    [InlineData("2027-02-01", true)]
    public void From_December_on_the_next_year_is_missed(string today, bool expected) =>
        Assert.Equal(expected, new ContentCheck(RepositoryContent.Edition, Day(today)).Run().Any(f => f.File == WorkingCalendar.File && f.IsWarning));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static VietnamMoment Moment(string text) => text.Contains('T') ? new VietnamMoment(Day(text[..10]), TimeOnly.Parse(text[11..], CultureInfo.InvariantCulture)) : new VietnamMoment(Day(text));
}
