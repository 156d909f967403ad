using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Tests.Staff.Word;

/// <summary>Makes real .docx files, part by part, as Word writes them.</summary>
internal sealed class WordBuilder
{
    private readonly MemoryStream bytes = new();
    private readonly WordprocessingDocument document;
    private readonly Body body = new();
    private readonly Footnotes footnotes = new();
    private readonly Endnotes endnotes = new();
    private readonly Comments comments = new();

    public WordBuilder(WordprocessingDocumentType type = WordprocessingDocumentType.Document)
    {
        document = WordprocessingDocument.Create(bytes, type);
        Main = document.AddMainDocumentPart();
        Main.Document = new Document(body);
        var styles = Main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles();
        styles.Append(new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true });
        styles.Append(new Style(new StyleName { Val = "Title" }, new BasedOn { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Title" });
        for (var level = 1; level <= 3; level++)
            styles.Append(new Style(new StyleName { Val = $"heading {level}" }, new StyleParagraphProperties(new OutlineLevel { Val = level - 1 }), new StyleRunProperties(new Bold())) { Type = StyleValues.Paragraph, StyleId = $"Heading{level}" });
        // Copied from elsewhere, without its outline level; and one that is based on another.
        styles.Append(new Style(new StyleName { Val = "Tiêu đề 2" }) { Type = StyleValues.Paragraph, StyleId = "Tiu2" });
        styles.Append(new Style(new StyleName { Val = "Của Sở" }, new BasedOn { Val = "Heading1" }) { Type = StyleValues.Paragraph, StyleId = "CuaSo" });
        Main.AddNewPart<NumberingDefinitionsPart>().Numbering = Numbering();
    }

    public MainDocumentPart Main { get; }

    public WordprocessingDocument Document => document;

    public WordBuilder Add(params OpenXmlElement[] elements)
    {
        body.Append(elements);
        return this;
    }

    public WordBuilder Text(params string[] paragraphs) => Add([.. paragraphs.Select(text => Paragraph(text))]);

    public WordBuilder Heading(int level, string text) => Add(Styled($"Heading{level}", text));

    public WordBuilder Centred(string text, bool isBold = true) => Add(Middle(new Paragraph(Run(text, isBold))));

    /// <summary>An item of list 1 (bullets), 2 (1., a), i.) or 3 (I., 1., 1.1.).</summary>
    public WordBuilder Item(int list, int level, string text, bool isBold = false) => Add(Listed(new Paragraph(Run(text, isBold)), list, level));

    public static Paragraph Listed(Paragraph paragraph, int list, int level)
    {
        (paragraph.ParagraphProperties ??= new ParagraphProperties()).Append(new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = list }));
        return paragraph;
    }

    public static Paragraph Styled(string style, string text) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }), Run(text));

    public static Paragraph Middle(Paragraph paragraph)
    {
        paragraph.ParagraphProperties = new ParagraphProperties(new Justification { Val = JustificationValues.Center });
        return paragraph;
    }

    public static Paragraph Paragraph(string text) => new(Run(text));

    /// <summary>A run; line breaks and tabs in the text become Word's.</summary>
    public static Run Run(string text, bool isBold = false, bool isItalic = false, string? font = null)
    {
        var properties = new RunProperties();
        if (font is not null) properties.Append(new RunFonts { Ascii = font, HighAnsi = font });
        if (isBold) properties.Append(new Bold());
        if (isItalic) properties.Append(new Italic());
        var run = new Run(properties);
        foreach (var part in System.Text.RegularExpressions.Regex.Split(text, "([\n\t])"))
            run.Append(part switch { "\n" => new Break(), "\t" => new TabChar(), _ => new Text(part) { Space = SpaceProcessingModeValues.Preserve } });
        return run;
    }

    public static Table Table(params string[][] rows) => new(rows.Select(row => new TableRow(row.Select(text => Cell(Paragraph(text))))));

    public static TableCell Cell(params OpenXmlElement[] content) => new([new TableCellProperties(), .. content]);

    /// <summary>The head of an official letter: two columns, the authority and the state.</summary>
    public WordBuilder Letterhead(string parent, string issuer, string number, string date, string? subject = null) => Add(new Table(
        new TableRow(Cell(Middle(Paragraph(parent)), Middle(new Paragraph(Run(issuer, isBold: true))), Middle(Paragraph("-------"))),
            Cell(Middle(new Paragraph(Run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", isBold: true))), Middle(new Paragraph(Run("Độc lập - Tự do - Hạnh phúc", isBold: true))), Middle(Paragraph("---------------")))),
        new TableRow(Cell([Middle(Paragraph(number)), .. subject is null ? (Paragraph[])[] : [Middle(Paragraph(subject))]]), Cell(Middle(new Paragraph(Run(date, isItalic: true)))))));

    /// <summary>Its end: recipients on the left, the signature on the right.</summary>
    public WordBuilder Closing(string[] recipients, params string[] signer) => Add(new Table(new TableRow(
        Cell([new Paragraph(Run("Nơi nhận:", isBold: true, isItalic: true)), .. recipients.Select(Paragraph)]), Cell([.. signer.Select(line => Middle(new Paragraph(Run(line, isBold: true))))]))));

    public Run Footnote(params OpenXmlElement[] content)
    {
        var id = footnotes.Count() + 1;
        footnotes.Append(new Footnote(new Paragraph([new Run(new FootnoteReferenceMark()), .. content])) { Id = id });
        return new Run(new FootnoteReference { Id = id });
    }

    public Run Endnote(string text)
    {
        var id = endnotes.Count() + 1;
        endnotes.Append(new Endnote(Paragraph(text)) { Id = id });
        return new Run(new EndnoteReference { Id = id });
    }

    public Run Comment(string text)
    {
        var id = comments.Count().ToString();
        comments.Append(new Comment(Paragraph(text)) { Id = id, Author = "Người duyệt" });
        return new Run(new CommentReference { Id = id });
    }

    public Hyperlink Link(string address, string text) =>
        new(Run(text)) { Id = Main.AddHyperlinkRelationship(new Uri(address, UriKind.RelativeOrAbsolute), isExternal: true).Id };

    public static OpenXmlElement Drawing(string inner) => new Run(new Drawing(
        $"""
        <w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
          xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
          xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
          xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><wp:inline>{inner}</wp:inline></w:drawing>
        """));

    public MemoryStream Build()
    {
        if (footnotes.HasChildren) Main.AddNewPart<FootnotesPart>().Footnotes = footnotes;
        if (endnotes.HasChildren) Main.AddNewPart<EndnotesPart>().Endnotes = endnotes;
        if (comments.HasChildren) Main.AddNewPart<WordprocessingCommentsPart>().Comments = comments;
        document.Dispose();
        return new MemoryStream(bytes.ToArray());
    }

    private static Numbering Numbering() => new(
        Kind(1, ("bullet", "\uF0B7"), ("bullet", "o"), ("bullet", "\uF0A7")), Kind(2, ("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%3.")),
        Kind(3, ("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3.")),
        new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 }, new NumberingInstance(new AbstractNumId { Val = 2 }) { NumberID = 2 }, new NumberingInstance(new AbstractNumId { Val = 3 }) { NumberID = 3 },
        new NumberingInstance(new AbstractNumId { Val = 2 }, new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 }) { NumberID = 4 });

    private static AbstractNum Kind(int id, params (string Format, string Text)[] levels) => new(levels.Select((level, at) =>
        new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = new EnumValue<NumberFormatValues>(new NumberFormatValues(level.Format)) }, new LevelText { Val = level.Text }) { LevelIndex = at })) { AbstractNumberId = id };
}
