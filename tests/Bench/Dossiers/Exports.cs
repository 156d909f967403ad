using System.Globalization;
using System.IO.Compression;

namespace Bench.Dossiers;

/// <summary>Invented exports: dossiers by number, all with the same owner's phone and identity number.</summary>
internal static class Exports
{
    public const string Verifier = "5678";

    private const string Headers = "MaHoSo;TenTTHC;ChuHoSo;SoDienThoai;SoGiayToChuHoSo;NgayTiepNhan;NgayHenTra;TrangThaiHoSo;DonViXuLy;GhiChu";

    public static string Code(int number) => $"H37.15-{new DateOnly(2026, 1, 5).AddDays(number / 9000):yyMMdd}-{number % 9000 + 1:D4}";

    /// <param name="step">Only every so many is in the file.</param>
    public static string Csv(string folder, string name, int from, int count, string state, int step = 1)
    {
        var path = Path.Combine(folder, name);
        using var file = new StreamWriter(path);
        file.WriteLine(Headers);
        for (var i = from; i < from + count; i += step) file.WriteLine(string.Join(';', Row(i, state)));
        return path;
    }

    public static string Xlsx(string folder, string name, int count)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string package = "http://schemas.openxmlformats.org/package/2006/relationships";
        var path = Path.Combine(folder, name);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        Add("_rels/.rels", $"""<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Add("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        Add("xl/workbook.xml", $"""<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        using var sheet = new StreamWriter(archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open());
        sheet.Write($"""<worksheet xmlns="{main}"><sheetData>""");
        for (var i = -1; i < count; i++)
        {
            sheet.Write($"<row r=\"{i + 2}\">");
            var column = 'A';
            foreach (var cell in i < 0 ? Headers.Split(';') : Row(i, "4")) sheet.Write($"""<c r="{column++}{i + 2}" t="inlineStr"><is><t>{cell}</t></is></c>""");
            sheet.Write("</row>");
        }
        sheet.Write("</sheetData></worksheet>");
        return path;

        void Add(string entry, string text)
        {
            using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
            writer.Write(text);
        }
    }

    private static string[] Row(int i, string state) =>
    [
        Code(i), "Cấp mới giấy phép hành nghề đối với chức danh điều dưỡng", "Nguyễn Thị Mẫu " + i.ToString(CultureInfo.InvariantCulture), "091234" + Verifier, "02018500" + Verifier,
        "20260105083000", "20261204170000", state, "Phòng Nghiệp vụ Y", "",
    ];
}
