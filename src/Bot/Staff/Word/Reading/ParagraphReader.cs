using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Staff.Word.Reading;

/// <summary>Reads paragraphs of one part of a document: its body, its notes.</summary>
internal sealed class ParagraphReader
{
    public const string BadLink = "Liên kết không dùng được trên mạng";
    public const string Formula = "Công thức (chỉ chữ còn trong bản nháp)";

    private readonly DocumentFacts facts;
    private readonly Fields fields = new();
    private readonly RunReader runs;
    private readonly Dictionary<string, Uri> links = [];

    public ParagraphReader(OpenXmlPart part, DocumentFacts facts)
    {
        this.facts = facts;
        runs = new RunReader(facts, fields);
        foreach (var link in part.HyperlinkRelationships) links.TryAdd(link.Id, link.Uri);
    }

    /// <summary>One paragraph, made of several where the marks between them were deleted.</summary>
    public TextBlock Read(IReadOnlyList<W.Paragraph> joined)
    {
        var properties = joined[^1].ParagraphProperties;
        var styleId = properties?.ParagraphStyleId?.Val?.Value;
        var style = facts.Styles.OfParagraph(styleId);
        var outline = WordStyles.Outline(properties?.OutlineLevel) ?? style.OutlineLevel;
        fields.Cut(outline > 0);
        var spans = new SpanList();
        foreach (var paragraph in joined) Walk(paragraph, style, null, spans);
        if (fields.IsContents) spans.Leave("Mục lục tự động");
        fields.Cut(isHeading: false);
        return new TextBlock(spans.Spans)
        {
            OutlineLevel = outline > 0 ? outline : null,
            IsTitle = style.Name?.ToLowerInvariant() is "title" or "tiêu đề",
            IsCentred = properties?.Justification?.Val is { } alignment ? alignment.InnerText == "center" : style.IsCentred ?? false,
            Mark = Mark(properties?.NumberingProperties, style, styleId),
            Notes = spans.Notes,
            Remarks = spans.Remarks,
        };
    }

    private ListMark? Mark(W.NumberingProperties? numbering, StyleFacts style, string? styleId)
    {
        if ((numbering?.NumberingId?.Val?.Value ?? style.NumberingId) is not (> 0 and var list)) return null;
        var level = numbering?.NumberingLevelReference?.Val?.Value ?? style.ListLevel ?? (styleId is null ? null : facts.Numbering.LevelOf(list, styleId)) ?? 0;
        return facts.Numbering.Next(list, level);
    }

    private void Walk(OpenXmlElement parent, StyleFacts style, string? link, SpanList spans)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case W.Run run: runs.Read(run, style, link, spans); break;
                case W.DeletedRun or W.MoveFromRun: facts.Tally.Changes++; break;
                case W.InsertedRun or W.MoveToRun:
                    facts.Tally.Changes++;
                    Walk(child, style, link, spans);
                    break;
                case W.Hyperlink hyperlink: Walk(child, style, Link(hyperlink, spans) ?? link, spans); break;
                case W.SimpleField field: Walk(child, style, Checked(Fields.LinkOf(field.Instruction?.Value), spans) ?? link, spans); break;
                case W.SdtRun { SdtProperties: { } properties } when properties.GetFirstChild<W.ShowingPlaceholder>() is not null: break;
                case AlternateContent alternate: Walk(alternate.GetFirstChild<AlternateContentChoice>() ?? child, style, link, spans); break;
                case { LocalName: "oMath" or "oMathPara" }:
                    var formula = DrawnThings.Text(child);
                    spans.Add(new TextSpan(formula));
                    spans.Leave(Formula, formula);
                    break;
                case W.ParagraphProperties or W.SdtProperties: break;
                default:
                    if (child.HasChildren) Walk(child, style, link, spans);
                    break;
            }
        }
    }

    private string? Link(W.Hyperlink hyperlink, SpanList spans)
    {
        if (hyperlink.Id?.Value is { } id && links.TryGetValue(id, out var target)) return Checked(target.OriginalString, spans);
        if (hyperlink.Anchor is not null && !fields.IsContents) spans.Leave("Liên kết tới chỗ khác trong tệp", DrawnThings.Text(hyperlink));
        return null;
    }

    private static string? Checked(string? link, SpanList spans)
    {
        if (link is null || WebLink.Is(link)) return link;
        spans.Leave(BadLink, link);
        return null;
    }
}
