using System.Text;
using Bot.Channels.Fitting;

namespace Bot.Tests.Channels.Fitting;

public class PlainTextTests
{
    [Theory]
    [InlineData("TTHC_123*")]
    [InlineData("1.012289")]
    [InlineData("1.012289 là mã thủ tục")]
    [InlineData("05/CĐ-UBND")]
    [InlineData("Phí: 100.000 – 200.000 đồng/lần")]
    [InlineData("+84 205 3812 123")]
    [InlineData("0205.3812.123 – 0205 3812 124")]
    [InlineData("Mẫu số 01_02_03, 5 * 3 * 2 = 30")]
    [InlineData("2020. Năm ban hành")]
    [InlineData("#1 và #2")]
    [InlineData("Quý vị ghi <họ tên> và [số điện thoại]")]
    [InlineData("nhiệt độ < 37,5 và > 36")]
    [InlineData("a|b|c")]
    [InlineData("~khoảng 5~7 ngày, 100% & hơn")]
    [InlineData("https://vi-du.vn/a_b_c*d*e")]
    [InlineData("www.vi-du.vn/a_b_")]
    [InlineData("hoi_dap_1@vi-du.vn")]
    [InlineData(@"C:\ho-so\moi")]
    public void What_only_looks_like_markdown_stays(string text) => Assert.Equal(text, PlainText.Of(text));

    [Theory]
    [InlineData("**đậm** *nghiêng* ***cả hai***", "đậm nghiêng cả hai")]
    [InlineData("# Tiêu đề #\nđoạn", "Tiêu đề\nđoạn")]
    [InlineData("Tiêu đề\n===\n\nđoạn", "Tiêu đề\nđoạn")]
    [InlineData("một  \nhai\nba", "một\nhai\nba")]
    [InlineData("một\n\n\n\nhai   ", "một\n\nhai")]
    [InlineData("gồm:\n- một\n\n- hai", "gồm:\n• một\n• hai")]
    [InlineData("gồm:\n\n* một\n\n  thêm\n* hai", "gồm:\n\n• một\n  thêm\n• hai")]
    [InlineData("3) ba\n4) bốn", "3) ba\n4) bốn")]
    [InlineData("> trích\n> dẫn\n\nđoạn", "trích\ndẫn\n\nđoạn")]
    [InlineData("trên\n\n---\n\ndưới", "trên\n\n———\n\ndưới")]
    [InlineData("`mã  *1*` và\n\n```\na  b\n\n  *c*\n```", "mã  *1* và\n\na  b\n\n  *c*")]
    [InlineData(@"\*không nghiêng\* 1\. một", "*không nghiêng* 1. một")]
    [InlineData("A &amp; B &lt;C&gt; &eacute;", "A & B <C> é")]
    [InlineData("<b>đậm</b> <!-- ẩn --> chữ<br>dòng", "đậm chữ\ndòng")]
    [InlineData("<div>\ntrong khung\n</div>", "trong khung")]
    [InlineData("<div>\n\n**một**\n\n</div>\n\nhai", "một\n\nhai")]
    public void Marks_vanish_and_words_stay(string markdown, string text) => Assert.Equal(text, PlainText.Of(markdown));

    [Theory]
    [InlineData("[nhãn](https://vi-du.vn/a)", "nhãn (https://vi-du.vn/a)")]
    [InlineData("[**nhãn** đậm](https://vi-du.vn/a \"chú\")", "nhãn đậm (https://vi-du.vn/a)")]
    [InlineData("[https://vi-du.vn](https://vi-du.vn)", "https://vi-du.vn")]
    [InlineData("[vi-du.vn](https://vi-du.vn/)", "https://vi-du.vn/")]
    [InlineData("<https://vi-du.vn/a?b=1&c=2>.", "https://vi-du.vn/a?b=1&c=2.")]
    [InlineData("<hoi@vi-du.vn>", "hoi@vi-du.vn")]
    [InlineData("[hoi@vi-du.vn](mailto:hoi@vi-du.vn)", "hoi@vi-du.vn")]
    [InlineData("[gọi tổng đài](tel:02053812123)", "gọi tổng đài (02053812123)")]
    [InlineData("![sơ đồ](https://vi-du.vn/a.png)", "sơ đồ (https://vi-du.vn/a.png)")]
    [InlineData("[](https://vi-du.vn/a)", "https://vi-du.vn/a")]
    [InlineData("[nhãn]()", "nhãn")]
    [InlineData("[nhãn][1]\n\n[1]: https://vi-du.vn/a", "nhãn (https://vi-du.vn/a)")]
    [InlineData("một\n\n[1]: https://vi-du.vn/a", "một\n\n[1]: https://vi-du.vn/a")]
    public void No_address_of_a_link_is_lost(string markdown, string text) => Assert.Equal(text, PlainText.Of(markdown));

    [Fact]
    public void The_address_of_a_link_that_is_shown_elsewhere_is_left_out_and_no_other() => Assert.Equal(
        "một, hai (https://vi-du.vn/2), https://vi-du.vn/1",
        PlainText.Read("[một](https://vi-du.vn/1), [hai](https://vi-du.vn/2), <https://vi-du.vn/1>").Without([new Link("", "https://vi-du.vn/1")]));

    [Fact]
    public void Vietnamese_in_separate_marks_is_composed()
    {
        const string text = "Quý vị nộp **hồ sơ** ở đâu? Người được ủy quyền nộp thay.";
        Assert.NotEqual(text, text.Normalize(NormalizationForm.FormD));
        Assert.Equal(PlainText.Of(text), PlainText.Of(text.Normalize(NormalizationForm.FormD)), StringComparer.Ordinal);
    }

    [Fact]
    public void A_text_that_is_written_twice_is_the_same_twice()
    {
        var text = PlainText.Read("- một\n  - hai\n\n[ba](https://vi-du.vn)");
        Assert.Equal(text.Without([]), text.Without([]));
    }
}
