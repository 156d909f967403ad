using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Bot.Staff.Word;
using Bot.Staff.Word.Reading;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static Bot.Tests.Staff.Word.WordBuilder;

namespace Bot.Tests.Staff.Word;

/// <summary>Files that are no Word documents, damaged, or made to do harm: one line, and nothing else happens.</summary>
public sealed class RefusalTests
{
    private const string DocumentPart = "word/document.xml";
    private const string Namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private static string Refused(Stream file, WordLimits? limits = null)
    {
        var error = Assert.Throws<BadWordFileException>(() => WordImport.Read(file, Imported.Today, null, limits));
        Assert.DoesNotContain('\n', error.Message);
        return error.Message;
    }

    // A good file, with one entry written anew or added.
    private static MemoryStream With(string entry, string content)
    {
        var bytes = new MemoryStream();
        new WordBuilder().Text("Một.").Build().CopyTo(bytes);
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(entry)?.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
            writer.Write(content);
        }
        return new MemoryStream(bytes.ToArray());
    }

    private static string Body(string inner) => $"<w:document {Namespace}><w:body>{inner}</w:body></w:document>";

    [Theory]
    [InlineData("", "không phải là tệp Word")]
    [InlineData("chữ", "không phải là tệp Word")]
    [InlineData("%PDF-1.7", "không phải là tệp Word")]
    [InlineData("{\\rtf1", "không phải là tệp Word")]
    [InlineData("PK\u0003\u0004 không phải zip", "bị hỏng")]
    public void What_is_no_word_file_is_told(string text, string told) => Assert.Contains(told, Refused(new MemoryStream(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void An_old_or_locked_file_is_told() => Assert.Contains(".doc kiểu cũ", Refused(new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0])));

    [Fact]
    public void Macros_are_refused_however_they_are_named()
    {
        Assert.Contains("macro", Refused(new WordBuilder(WordprocessingDocumentType.MacroEnabledDocument).Text("Một.").Build()));
        Assert.Contains("macro", Refused(With("word/vbaProject.bin", "x")));
    }

    [Fact]
    public void A_damaged_file_is_told()
    {
        var whole = new WordBuilder().Text("Một.").Build().ToArray();
        Assert.Contains("bị hỏng", Refused(new MemoryStream(whole[..(whole.Length / 2)])));
        Assert.Contains("bị hỏng", Refused(With(DocumentPart, Body("<w:p>")[..^5])));
        Assert.Contains("bị hỏng", Refused(With(DocumentPart, Body("<w:p><w:pPr><w:outlineLvl w:val=\"x\"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"))));
        Assert.Contains("bị hỏng", Refused(With("[Content_Types].xml", "<Types/>")));
        // A zip, but no document.
        Assert.Contains("Word", Refused(With("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>")));
    }

    [Fact]
    public void Bytes_that_were_changed_anywhere_give_a_draft_or_one_line()
    {
        var whole = new WordBuilder().Letterhead("A", "B", "Số: 1/TB-B", "C, ngày 1 tháng 1 năm 2026").Heading(1, "Một").Item(2, 0, "Hai").Add(Table(["a", "b"])).Build().ToArray();
        var random = new Random(6);
        for (var i = 0; i < 150; i++)
        {
            var changed = (byte[])whole.Clone();
            for (var n = 0; n < 4; n++) changed[random.Next(changed.Length)] = (byte)random.Next(256);
            if (Record.Exception(() => WordImport.Read(new MemoryStream(changed), Imported.Today)) is { } error) Assert.IsType<BadWordFileException>(error);
        }
    }

    [Fact]
    public void A_dtd_is_refused_wherever_it_stands()
    {
        const string Entity = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>";
        Assert.Contains("bị hỏng", Refused(With(DocumentPart, Entity + Body("<w:p><w:r><w:t>&f;</w:t></w:r></w:p>"))));
        Assert.Contains("bị hỏng", Refused(With("word/styles.xml", Entity + $"<w:styles {Namespace}/>")));
        Assert.Contains("bị hỏng", Refused(With("customXml/item1.xml", Entity + "<x/>")));
    }

    [Fact]
    public void What_unpacks_to_too_much_is_refused()
    {
        var limits = new WordLimits { UnpackedBytes = 1024 * 1024, Paragraphs = 100, Elements = 1000 };
        Assert.Contains("quá lớn", Refused(With("word/fonts/font1.bin", new string('x', 2 * 1024 * 1024)), limits));
        Assert.Contains("quá lớn", Refused(With(DocumentPart, Body($"<w:p><w:r><w:t>{new string('x', 2 * 1024 * 1024)}</w:t></w:r></w:p>")), limits));
        Assert.Contains("quá nhiều đoạn", Refused(With(DocumentPart, Body(string.Concat(Enumerable.Repeat("<w:p/>", 200)))), limits));
        Assert.Contains("quá lớn", Refused(With(DocumentPart, Body("<w:p>" + string.Concat(Enumerable.Repeat("<w:r/>", 2000)) + "</w:p>")), limits));
        Assert.Contains("lớn hơn", Refused(new WordBuilder().Text("Một.").Build(), new WordLimits { PackedBytes = 500 }));
        // A picture is never unpacked, however large.
        Assert.Contains("Một.", WordImport.Read(With("word/media/image1.png", new string('x', 2 * 1024 * 1024)), Imported.Today, null, limits).Markdown);
    }

    // Tens of thousands of tables within tables would end the process, not the import.
    [Fact]
    public void What_nests_too_deep_is_refused() =>
        Assert.Contains("quá sâu", Refused(With(DocumentPart, Body(string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 20_000)) + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 20_000))))));

    // By its content type anything can be the document: what is not named as XML was never counted.
    [Theory]
    [InlineData("document.bin", "header1.xml")]
    [InlineData("document.png", "header1.xml")]
    [InlineData("document", "header1.xml")]
    [InlineData("document.xml", "header1.bin")]
    public void A_part_that_is_read_is_named_as_xml(string document, string header)
    {
        Assert.Contains("Một.", WordImport.Read(Named("document.xml", "header1.xml"), Imported.Today).Markdown);
        Assert.StartsWith("Tệp không phải là tệp Word", Refused(Named(document, header)));
    }

    // A document of two parts, however they are named.
    private static MemoryStream Named(string document, string header)
    {
        const string Package = "http://schemas.openxmlformats.org/package/2006";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write("[Content_Types].xml",
                $"""
                <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/word/{document}" ContentType="{Word}.document.main+xml"/><Override PartName="/word/{header}" ContentType="{Word}.header+xml"/></Types>
                """);
            Write("_rels/.rels", Relationship("officeDocument", $"word/{document}"));
            Write($"word/_rels/{document}.rels", Relationship("header", header));
            Write($"word/{document}", Body("<w:p><w:r><w:t>Một.</w:t></w:r></w:p>"));
            Write($"word/{header}", $"<w:hdr {Namespace}><w:p/></w:hdr>");

            void Write(string entry, string content)
            {
                using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
                writer.Write(content);
            }
        }
        bytes.Position = 0;
        return bytes;

        static string Relationship(string type, string target) =>
            $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Office}/{type}\" Target=\"{target}\"/></Relationships>";
    }

    [Fact]
    public void Styles_and_lists_that_lead_in_circles_end()
    {
        var word = new WordBuilder();
        word.Main.StyleDefinitionsPart!.Styles!.Append(
            new Style(new StyleName { Val = "a" }, new BasedOn { Val = "B" }) { Type = StyleValues.Paragraph, StyleId = "A" }, new Style(new StyleName { Val = "b" }, new BasedOn { Val = "A" }) { Type = StyleValues.Paragraph, StyleId = "B" });
        var note = word.Footnote(Run("Một "), new Run(new FootnoteReference { Id = 1 }));
        Assert.Equal("Chữ.\\[1]\n\nChú thích [1]: Một", Imported.Of(word.Add(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "A" }), Run("Chữ."), note))).Body);
    }

    [Fact]
    public void What_the_file_points_to_elsewhere_is_never_fetched()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"http://{listener.LocalEndpoint}/a.dotm");
        var word = new WordBuilder();
        word.Main.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", address, "rIdImage");
        var settings = word.Main.AddNewPart<DocumentSettingsPart>();
        settings.Settings = new Settings();
        settings.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate", address, "rIdTemplate");
        word.Add(new Paragraph(Run("Một."), Drawing("<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link=\"rIdImage\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>")));
        Assert.Contains("Hình ở phần mở đầu", Imported.Of(word).Draft.NotCarried);
        Assert.False(listener.Pending());
    }

    [Fact]
    public void An_address_that_is_none_does_not_stop_the_import()
    {
        var file = With("word/_rels/document.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rIdX\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"mailto:a@@b c:d//[\" TargetMode=\"External\"/></Relationships>");
        Assert.Contains("Một.", WordImport.Read(file, Imported.Today).Markdown);
    }

    [Fact]
    public void A_text_in_an_old_encoding_is_refused() =>
        Assert.Contains("bảng mã cũ", Refused(new WordBuilder().Add(new Paragraph(Run("Céng hoµ x· héi chñ nghÜa ViÖt Nam", font: ".VnTime"))).Build()));

    [Fact]
    public void A_scan_has_no_text_to_import() =>
        Assert.Contains("không có chữ", Refused(new WordBuilder().Add(new Paragraph(Drawing("<a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic>"))).Build()));
}
