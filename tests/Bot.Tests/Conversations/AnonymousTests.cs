using Bot.Conversations;

namespace Bot.Tests.Conversations;

/// <summary>What of a message is kept as a question, and what is not.</summary>
public sealed class AnonymousTests
{
    [Theory]
    [InlineData("gọi 0912345678 hỏi hồ sơ", "gọi *** hỏi hồ sơ")]
    [InlineData("hồ sơ 000.00.15.H37-200805-0001 xong chưa", "hồ sơ *** xong chưa")]
    [InlineData("thẻ GD4010112345678 hết hạn", "thẻ GD*** hết hạn")]
    [InlineData("mã số 1234567 của em", "mã số *** của em")]
    [InlineData("số 09\u200B12\u200B345678 có được không", "số *** có được không")]
    [InlineData("gửi vào an.nguyen+so@gmail.com giúp", "gửi vào *** giúp")]
    [InlineData("4 số cuối 1234 thì tra ở đâu", "4 số cuối *** thì tra ở đâu")]
    [InlineData("duoi la 0003", "duoi la ***")]
    [InlineData("tôi sinh ngày 12/3/1980 xin cấp lại", "tôi sinh ngày *** xin cấp lại")]
    [InlineData("tôi sinh năm 1980 xin cấp lại", "tôi sinh năm *** xin cấp lại")]
    [InlineData("tôi tên là Nguyễn Văn An muốn hỏi", "tôi tên là *** muốn hỏi")]
    [InlineData("tên tôi là nguyễn văn an muốn hỏi", "tên tôi là *** muốn hỏi")]
    [InlineData("toi ten la nong thi hoa, xin hoi le phi", "toi ten la ***, xin hoi le phi")]
    [InlineData("em là Trần Thị Bình ở phường bên", "em là *** ở phường bên")]
    [InlineData("họ và tên: Hoàng Thị Lan", "họ và tên: ***")]
    [InlineData("HỌ TÊN LÊ VĂN TÁM", "HỌ TÊN ***")]
    [InlineData("bác sĩ Hùng có giấy phép không", "bác sĩ *** có giấy phép không")]
    [InlineData("giấy phép của Vi Văn Tài đâu", "giấy phép của *** đâu")]
    [InlineData("t«i tªn lµ NguyÔn V¨n An, lÖ phÝ bao nhiªu", "tôi tên là ***, lệ phí bao nhiêu")]
    [InlineData("một\ncâu\t hỏi ", "một câu hỏi")]
    public void What_points_to_a_person_is_masked(string message, string kept) => Assert.Equal(kept, Anonymous.Of(message));

    [Theory]
    [InlineData("tôi là công chức thì nộp ở đâu")]
    [InlineData("toi la ho kinh doanh")]
    [InlineData("tên thuốc ghi thế nào")]
    [InlineData("thủ tục tên là gì")]
    [InlineData("thông báo số 1234 ngày 21/11/2026 còn hiệu lực không")]
    [InlineData("thủ tục 1.012289 nộp ở đâu")]
    [InlineData("lệ phí 430.000 đồng phải không")]
    [InlineData("NỘP HỒ SƠ Ở ĐÂU")]
    [InlineData("Em muốn hỏi Sở Y tế ở đâu")]
    [InlineData("tôi là lương y có phải xin giấy phép không")]
    public void What_does_not_stays(string message) => Assert.Equal(message, Anonymous.Of(message));

    [Theory]
    [InlineData("1234")]
    [InlineData("0912345678")]
    [InlineData("000.00.15.H37-260914-0003 1234")]
    [InlineData("\uD800")]
    public void What_holds_no_word_is_not_kept(string message) => Assert.Null(Anonymous.Of(message));

    [Fact]
    public void A_long_story_is_not_kept() => Assert.Null(Anonymous.Of(string.Join(' ', Enumerable.Repeat("chuyện", 100))));
}
