using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;

namespace Bot.Dossiers.Import;

/// <summary>The rows of the first sheet of an XLSX file, one at a time, the headers first; a file that unpacks to too much is refused.</summary>
public static class XlsxRows
{
    private const int LongestCell = 32_767;

    // A sheet is read row by row, and a million rows of ten columns are about 600 MB of it; the rest, texts above all, is held in memory.
    private const long MostOfSheets = 1024L * 1024 * 1024;
    private const long MostOfTheRest = 256L * 1024 * 1024;

    // The library asks for the code page of the old XLS at every reading, XLSX or not.
    static XlsxRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IEnumerable<ImportRow> Read(string path) => Read(path, MostOfSheets, MostOfTheRest);

    public static IEnumerable<ImportRow> Read(string path, long mostOfSheets, long mostOfTheRest)
    {
        Check(path, mostOfSheets, mostOfTheRest);
        using var stream = File.OpenRead(path);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        while (reader.Read())
        {
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = Text(reader.GetValue(i));
            yield return new ImportRow(reader.Depth + 1, cells);
        }
    }

    // Unpacked and counted, once before anything is read: the sizes that the archive itself declares may be false.
    private static void Check(string path, long mostOfSheets, long mostOfTheRest)
    {
        using var archive = ZipFile.OpenRead(path);
        var buffer = new byte[64 * 1024];
        var (sheets, rest) = (mostOfSheets, mostOfTheRest);
        foreach (var entry in archive.Entries)
        {
            ref var left = ref (entry.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase) ? ref sheets : ref rest);
            using var unpacked = entry.Open();
            for (int read; (read = unpacked.Read(buffer)) > 0;)
                if ((left -= read) < 0) throw new BadExportException("Tệp XLSX bung ra quá lớn; không nhập. Hãy chia nhỏ hoặc xuất ra CSV.");
        }
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        string { Length: > LongestCell } => throw new BadExportException("Tệp XLSX có ô dài hơn 32767 ký tự; không nhập."),
        DateTime moment => moment.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture),
        // A number longer than this would have lost its last digits in Excel.
        double number => number.ToString("0.###############", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!.Trim(),
    };
}
