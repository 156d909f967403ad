using DocumentFormat.OpenXml;

namespace Bot.Staff.Word.Reading;

/// <summary>What is drawn beside the text: pictures, charts, boxes with text of their own.</summary>
internal static class DrawnThings
{
    /// <summary>What a drawing holds that is not carried; nothing for lines and shapes without text.</summary>
    public static IEnumerable<Remark> Read(OpenXmlElement drawing)
    {
        var parts = drawing.Descendants().Where(e => !e.Ancestors<AlternateContentFallback>().Any()).ToList();
        var described = parts.Where(e => e.LocalName is "docPr" or "imagedata" or "shape").SelectMany(e => e.GetAttributes())
            .Where(a => a.LocalName is "descr" or "alt" or "title").Select(a => a.Value).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? "";
        foreach (var part in parts)
        {
            switch (part.LocalName)
            {
                case "pic" or "imagedata": yield return new Remark("Hình", described); break;
                case "chart": yield return new Remark("Biểu đồ", described); break;
                case "relIds": yield return new Remark("Sơ đồ SmartArt", described); break;
                case "OLEObject": yield return new Remark("Đối tượng nhúng", described); break;
                case "textpath":
                    yield return new Remark("Chữ nghệ thuật", part.GetAttributes().FirstOrDefault(a => a.LocalName == "string").Value ?? "");
                    break;
                case "txbxContent" when !part.Ancestors().Any(e => e.LocalName == "txbxContent") && Text(part) is { Length: > 0 } text:
                    yield return new Remark("Ô chữ", text);
                    break;
            }
        }
    }

    /// <summary>The text of an element, whatever it is, in one line; deleted text and instructions are no text.</summary>
    public static string Text(OpenXmlElement element)
    {
        var texts = element.Descendants().Where(e => e.LocalName is "t" or "p" or "tab" or "br").Select(e => e.LocalName == "t" ? e.InnerText : " ");
        return string.Join(' ', string.Concat(texts).Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
