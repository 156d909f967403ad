using System.Globalization;
using System.Net;
using System.Text;
using QRCoder;

namespace Bot.Staff.Accounts;

/// <summary>A text as a QR code that a phone reads from the screen, drawn as SVG without style or script.</summary>
public static class QrPicture
{
    public static string Svg(string text, string label)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        foreach (var (y, row) in code.ModuleMatrix.Index())
            for (var x = 0; x < row.Count; x++)
                if (row[x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        var size = code.ModuleMatrix.Count;
        return $"""
            <svg class="qr" role="img" aria-label="{WebUtility.HtmlEncode(label)}" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">
              <path fill="#fff" d="M0 0h{size}v{size}H0z"/><path fill="#000" d="{path}"/>
            </svg>
            """;
    }
}
