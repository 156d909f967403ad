using Bot.Conversations;
using Knowledge.Notices;

namespace Bot.Tests.Conversations;

public class NumberTests
{
    private static readonly Amount Amount = new("CV", 20000);

    [Theory]
    [InlineData("cv 5 gửi 1407", 5, 100_000)]
    [InlineData("soạn CV12 thì sao", 12, 240_000)]
    public void So_many_of_a_code_are_reckoned(string message, int count, long total) => Assert.Equal(new Paid(count, total, false), Paid.Of(message, Amount));

    [Theory]
    [InlineData("góp 100k", 5, 100_000)]
    [InlineData("muốn ủng hộ 100.000 đồng", 5, 100_000)]
    [InlineData("60 nghin", 3, 60_000)]
    [InlineData("1 triệu", 50, 1_000_000)]
    [InlineData("1,5 triệu", 75, 1_500_000)]
    [InlineData("góp 1.5 triệu", 75, 1_500_000)]
    public void A_sum_is_told_in_codes(string message, int count, long total) => Assert.Equal(new Paid(count, total, true), Paid.Of(message, Amount));

    [Theory]
    [InlineData("góp 50k")]
    [InlineData("cv 0")]
    [InlineData("cv")]
    [InlineData("soạn cv 99999999999999999999")]
    [InlineData("góp 99999999999999 triệu")]
    [InlineData("góp 0k")]
    [InlineData("góp 999.999.999.999.999.999 triệu")]
    [InlineData("cv ٣")]
    [InlineData("góp ١٠٠k")]
    [InlineData("cv 1.000")]
    public void What_cannot_be_reckoned_is_left(string message) => Assert.Null(Paid.Of(message, Amount));

    [Theory]
    [InlineData("số 02053.870.019 phải không", true, "02053.870.019", true)]
    [InlineData("02053 800 019 đúng không", true, "02053 800 019", true)]
    [InlineData("quầy 9 đúng không", true, "quầy 9", false)]
    [InlineData("quay so 9 phai k", true, "quay so 9", false)]
    public void A_number_that_is_read_back_is_found(string message, bool asks, string said, bool isPhone) => Assert.Equal<ReadBack>([new ReadBack(said, isPhone)], ReadBack.Of(message, asks).ToArray());

    [Theory]
    [InlineData("ra quầy 9 làm gì", false)]
    [InlineData("hồ sơ 000.00.15.H37-261102-0001", false)]
    [InlineData("ngày 05/8/2020 phải không", true)]
    [InlineData("tôi là Nam 0912345678 hỏi hồ sơ", false)]
    [InlineData("căn cước 001099012345 đúng không", true)]
    [InlineData("hẹn 01-01-2026 08 giờ phải không", true)]
    public void Another_number_is_none(string message, bool asks) => Assert.Empty(ReadBack.Of(message, asks));

    [Theory]
    [InlineData("quầy 9 hay quầy 19 nhỉ", "quầy 9", "quầy 19")]
    [InlineData("quay so 18 hay 19", "quay so 18", "quay 19")]
    public void Several_counters_are_a_choice(string message, string first, string second) => Assert.Equal<ReadBack>([new ReadBack(first, false), new ReadBack(second, false)], ReadBack.Of(message, asksToConfirm: false).ToArray());

    [Fact]
    public void The_points_of_a_list_are_told_in_their_order() => Assert.Equal((string[])["một", "hai **đậm**"], Items.Of("Gồm:\n\n- một\n- hai **đậm**\n\nhết"));

    [Fact]
    public void The_part_that_answers_leads_where_it_would_be_cut_off()
    {
        const string text = "Câu đầu nói chuyện chung.\n\nCâu giữa cũng vậy thôi, khá dài để đầy chỗ.\n\nLệ phí thẩm định là một trăm đồng.";
        Assert.StartsWith("Lệ phí", Leading.First(text, 60, new HashSet<string> { "le", "phi", "tham", "dinh" }), StringComparison.Ordinal);
        Assert.Equal(text, Leading.First(text, 60, new HashSet<string> { "chuyen" }));
        Assert.Equal(text, Leading.First(text, 500, new HashSet<string> { "le", "phi", "tham" }));
    }
}
