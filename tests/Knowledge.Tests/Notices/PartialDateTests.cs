using Knowledge.Notices;

namespace Knowledge.Tests.Notices;

public class PartialDateTests
{
    [Theory]
    [InlineData("2020", "năm 2020", "2020-01-01", "2020-12-31")]
    [InlineData("2020-08", "tháng 8/2020", "2020-08-01", "2020-08-31")]
    [InlineData("2020-08-05", "ngày 05/8/2020", "2020-08-05", "2020-08-05")]
    [InlineData("2025-02-28", "ngày 28/02/2025", "2025-02-28", "2025-02-28")]
    [InlineData("2024-02", "tháng 2/2024", "2024-02-01", "2024-02-29")]
    public void Says_what_it_can_mean(string text, string written, string first, string last)
    {
        Assert.True(PartialDate.TryParse(text, out var date));
        Assert.Equal((written, DateOnly.Parse(first), DateOnly.Parse(last)), (date.ToString(), date.First, date.Last));
    }

    [Theory]
    [InlineData("2020", "2020")]
    [InlineData("2020-08", "August 2020")]
    [InlineData("2020-08-05", "5 August 2020")]
    public void Is_written_in_English(string text, string written)
    {
        Assert.True(PartialDate.TryParse(text, out var date));
        Assert.Equal(written, date.InEnglish());
    }

    [Theory]
    [InlineData("")]
    [InlineData("2020-13")]
    [InlineData("2021-02-29")]
    [InlineData("8/2020")]
    [InlineData(null)]
    public void Refuses_what_is_no_date(string? text) => Assert.False(PartialDate.TryParse(text, out _));
}
