using System.IO.Compression;
using Bot.Dossiers.Import;
using Bot.Tests.Hosting;

namespace Bot.Tests.Dossiers.Import;

/// <summary>Reading XLSX files.</summary>
public sealed class XlsxTests
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    [Fact]
    public void Texts_numbers_and_date_cells_are_read()
    {
        using var folder = new TempFolder();
        var path = Written(folder, $"""<row r="1">{Cell("A1", "MaHoSo")}{Cell("B1", "NgayHenTra")}</row><row r="2"><c r="A2"><v>912345678</v></c><c r="B2" s="1"><v>45534</v></c></row>""");
        Assert.Equal(["MaHoSo|NgayHenTra", "912345678|20240830000000"], XlsxRows.Read(path).Select(row => string.Join('|', row.Cells)));
        Assert.Equal([1, 2], XlsxRows.Read(path).Select(row => row.Line));
    }

    [Fact]
    public void What_unpacks_to_too_much_is_refused()
    {
        using var folder = new TempFolder();
        var path = Written(folder, "");
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Update))
        using (var bomb = archive.CreateEntry("xl/bomb.xml", CompressionLevel.Fastest).Open()) bomb.Write(new byte[1024 * 1024]);
        Assert.Empty(XlsxRows.Read(path));
        Assert.Contains("quá lớn", Assert.Throws<BadExportException>(() => XlsxRows.Read(path, 100, 2_000_000).Count()).Message);
        Assert.Contains("quá lớn", Assert.Throws<BadExportException>(() => XlsxRows.Read(path, 1_000_000, 1_000_000).Count()).Message);
    }

    // Cut off, and with its sheet spoilt: libraries fail in many ways, the operator reads of one.
    [Theory]
    [InlineData(null)]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row")]
    public void A_damaged_file_is_told_in_one_line(string? sheet)
    {
        using var folder = new TempFolder();
        var path = Written(folder, $"""<row r="1">{Cell("A1", "MaHoSo")}</row><row r="2">{Cell("A2", "x")}</row>""");
        if (sheet is null) File.WriteAllBytes(path, File.ReadAllBytes(path)[..^100]);
        else
        {
            using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
            archive.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using var spoilt = new StreamWriter(archive.CreateEntry("xl/worksheets/sheet1.xml").Open());
            spoilt.Write($"<worksheet xmlns=\"{Main}\"><sheetData>{sheet}");
        }
        var error = Assert.Throws<BadExportException>(() => ExportFile.Read(path).Count());
        Assert.Matches(@"^Tệp bị hỏng hoặc không phải là tệp XLSX: không đọc được từ sau dòng \d\.$", error.Message);
    }

    private static string Cell(string at, string text) => $"""<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>""";

    private static string Written(TempFolder folder, string rows)
    {
        var path = Path.Combine(folder.Path, "a.xlsx");
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        Add("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Add("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        Add("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/></Relationships>""");
        Add("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>""");
        Add("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>""");
        return path;

        void Add(string name, string text)
        {
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text);
        }
    }
}
