using System.Globalization;
using System.Net;
using System.Text;
using Bot.Conversations;

namespace Bot.Staff.Figures;

/// <summary>Columns side by side over time, the greatest with its value, as SVG without style or script; wide enough to be read on a phone.</summary>
public static class ColumnPicture
{
    private const int Width = 360;
    private const int Height = 150;
    private const int Top = 16;
    private const int Bottom = Height - 20;
    private const int MostLabels = 6;

    public static string Svg(Chart chart)
    {
        var (count, most) = (chart.Points.Length, Math.Max(1, chart.Points.Select(p => p.Value).DefaultIfEmpty().Max()));
        var step = (double)Width / Math.Max(1, count);
        var every = (count + MostLabels - 1) / MostLabels;
        var isTold = false;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg class="chart" role="img" viewBox="0 0 {Width} {Height}"><title>{Encode(chart.Title)}</title>""");
        svg.Append(CultureInfo.InvariantCulture, $"""<path class="axis" d="M0 {Bottom + 0.5}H{Width}"/>""");
        foreach (var (i, point) in chart.Points.Index())
        {
            var (left, middle, width) = (i * step + step * 0.1, (i + 0.5) * step, step * 0.8);
            var (top, height) = (Bottom - Tall(point.Value), Tall(point.Value));
            svg.Append(Column("", left, top, width, height));
            if (point.Part > 0) svg.Append(Column("part", left, top, width, Tall(point.Part)));
            if (i % every == 0) svg.Append(Text(middle, Height - 5, "", point.Label));
            if (isTold || point.Value < most) continue;
            svg.Append(Text(middle, top - 4, "value", Paid.Write(point.Value)));
            isTold = true;
        }
        return svg.Append("</svg>").ToString();

        double Tall(long value) => (double)(Bottom - Top) * value / most;
    }

    private static string Column(string kind, double x, double y, double width, double height) => string.Create(
        CultureInfo.InvariantCulture, $"""<rect class="{kind}" x="{x:0.##}" y="{y:0.##}" width="{width:0.##}" height="{height:0.##}"/>""");

    // At the edges it would be cut off if it stood in the middle.
    private static string Text(double middle, double y, string kind, string text)
    {
        var (x, anchor) = middle < 24 ? (0, "start") : middle > Width - 24 ? (Width, "end") : (middle, "middle");
        return string.Create(CultureInfo.InvariantCulture, $"""<text class="{kind}" text-anchor="{anchor}" x="{x:0.##}" y="{y:0.##}">{Encode(text)}</text>""");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
