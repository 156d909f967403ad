using Bot.Web;

namespace Bot.Tests.Web;

/// <summary>Markdown as our pages show it.</summary>
public sealed class MarkupTests
{
    [Fact]
    public void A_table_is_a_table_and_brings_no_style_of_its_own()
    {
        var html = Markup.ToHtml("Mức thu:\n\n| Loại | Phí |\n| :--- | ---: |\n| A | **500.000** đồng |\n| B <b>x</b> | [đây](javascript:alert(1)) |", 2);
        Assert.Contains("<th>Loại</th>", html);
        Assert.Contains("<td><strong>500.000</strong> đồng</td>", html);
        Assert.DoesNotContain("style", html);
        Assert.DoesNotContain("<b>", html);
        Assert.DoesNotContain("javascript", html);
    }

    [Fact]
    public void A_bar_alone_makes_no_table() => Assert.DoesNotContain("<table", Markup.ToHtml("Nộp tại quầy 1 | quầy 2", 2));
}
