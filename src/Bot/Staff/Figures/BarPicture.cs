using System.Globalization;
using System.Net;
using System.Text;
using Bot.Conversations;

namespace Bot.Staff.Figures;

/// <summary>Bars one below the other, each with its name and its value, as SVG without style or script; wide enough to be read on a phone.</summary>
public static class BarPicture
{
    private const int Width = 360;
    private const int Row = 40;
    private const int LongestLabel = 52;

    public static string Svg(Chart chart)
    {
        var most = Math.Max(1, chart.Points.Select(p => p.Value).DefaultIfEmpty().Max());
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg class="chart" role="img" viewBox="0 0 {Width} {Row * chart.Points.Length}">""");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{Encode(chart.Title)}</title>");
        foreach (var (i, point) in chart.Points.Index())
        {
            var (top, length) = (Row * i, (Width - 60.0) * point.Value / most);
            svg.Append(CultureInfo.InvariantCulture, $"""
                <text x="0" y="{top + 14}">{Encode(Shortened.Plain(point.Label, LongestLabel))}</text>
                <rect x="0" y="{top + 19}" width="{length:0.##}" height="14"/>
                <text class="value" x="{length + 5:0.##}" y="{top + 31}">{Paid.Write(point.Value)}</text>
                """);
        }
        return svg.Append("</svg>").ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
