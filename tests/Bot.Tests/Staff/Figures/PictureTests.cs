using System.Globalization;
using System.Xml.Linq;
using Bot.Staff.Figures;

namespace Bot.Tests.Staff.Figures;

/// <summary>Pictures that tell what the numbers tell, to those who see them and to those who do not.</summary>
public sealed class PictureTests
{
    private const string Evil = "<script>alert(1)</script> & \"lời\"";

    public static TheoryData<bool> Both => [true, false];

    [Theory]
    [MemberData(nameof(Both))]
    public void They_are_xml_with_a_title_and_neither_style_nor_script(bool isOverTime)
    {
        var svg = Draw(isOverTime, new ChartPoint(Evil, 3), new ChartPoint("b", 0));
        Assert.Equal(("svg", "img", Evil), (svg.Name.LocalName, svg.Attribute("role")!.Value, svg.Elements().First(e => e.Name.LocalName == "title").Value));
        Assert.Equal("title", svg.Elements().First().Name.LocalName);
        Assert.DoesNotContain(svg.DescendantsAndSelf(), e => e.Name.LocalName is "script" or "style");
        Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), a => a.Name == "style" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.Contains(svg.Descendants(), e => e.Name.LocalName == "text" && e.Value.StartsWith("<script>", StringComparison.Ordinal));
    }

    [Fact]
    public void Bars_are_as_long_as_their_values_and_carry_them()
    {
        var svg = Draw(false, new ChartPoint("a", 2000), new ChartPoint("b", 500), new ChartPoint("c", 0));
        var widths = Numbers(svg, "width");
        Assert.Equal((4, 0), (widths[0] / widths[1], widths[2]));
        Assert.Equal(["a", "2.000", "b", "500", "c", "0"], svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value));
    }

    [Fact]
    public void Columns_are_as_high_as_their_values_and_stand_on_one_line()
    {
        var svg = Draw(true, new ChartPoint("a", 50, 25), new ChartPoint("b", 100));
        var (heights, tops) = (Numbers(svg, "height"), Numbers(svg, "y"));
        Assert.Equal((2, 2), (heights[2] / heights[0], heights[0] / heights[1]));
        Assert.Equal(tops[0] + heights[0], tops[2] + heights[2], 2);
        Assert.Equal("part", Rects(svg)[1].Attribute("class")!.Value);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(24)]
    [InlineData(92)]
    public void However_many_columns_there_are_they_lie_within_and_their_names_do_not_cover_each_other(int count)
    {
        var svg = Draw(true, [.. Enumerable.Range(0, count).Select(i => new ChartPoint($"{i:00}/11", i))]);
        Assert.All(Numbers(svg, "x").Zip(Numbers(svg, "width")), column => Assert.InRange(column.First + column.Second, 0, 360));
        var names = svg.Descendants().Where(e => e.Name.LocalName == "text" && e.Attribute("class")!.Value == "").ToList();
        Assert.InRange(names.Count, 1, 6);
        Assert.All(names.Zip(names.Skip(1)), pair => Assert.True(Number(pair.Second, "x") - Number(pair.First, "x") >= 40));
    }

    [Fact]
    public void A_long_name_is_cut_between_words()
    {
        var svg = Draw(false, new ChartPoint(string.Join(' ', Enumerable.Repeat("thủ tục", 30)), 1));
        var name = svg.Descendants().First(e => e.Name.LocalName == "text").Value;
        Assert.EndsWith(" …", name);
        Assert.InRange(name.Length, 40, 52);
    }

    [Fact]
    public void Where_all_is_nothing_nothing_is_drawn()
    {
        Assert.Equal([0, 0], Numbers(Draw(true, new ChartPoint("a", 0), new ChartPoint("b", 0)), "height"));
        Assert.Equal([0], Numbers(Draw(false, new ChartPoint("a", 0)), "width"));
    }

    private static XElement Draw(bool isOverTime, params ChartPoint[] points) => XElement.Parse(new Chart(Evil, "x", "y", [.. points], isOverTime).Svg());

    private static List<XElement> Rects(XElement svg) => [.. svg.Descendants().Where(e => e.Name.LocalName == "rect")];

    private static List<double> Numbers(XElement svg, string attribute) => [.. Rects(svg).Select(rect => Number(rect, attribute))];

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
