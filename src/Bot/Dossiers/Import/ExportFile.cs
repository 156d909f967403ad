using System.Text;

namespace Bot.Dossiers.Import;

/// <summary>The rows of a file with an export, CSV or XLSX by its name, one at a time, the headers first.</summary>
public static class ExportFile
{
    private const string Xlsx = ".xlsx";

    public static bool IsNamedLikeOne(string path) => Path.GetExtension(path).ToLowerInvariant() is ".csv" or Xlsx;

    /// <summary>When it was made, as far as its time of change tells; never later than now, or it would be newer than all that is to come.</summary>
    public static DateTimeOffset Made(string path, DateTimeOffset now) =>
        new DateTimeOffset(File.GetLastWriteTimeUtc(path)) is var made && made < now ? made : now;

    public static IEnumerable<ImportRow> Read(string path)
    {
        if (!IsNamedLikeOne(path)) throw new BadExportException("Chỉ nhập được tệp .csv hoặc .xlsx.");
        var isXlsx = path.EndsWith(Xlsx, StringComparison.OrdinalIgnoreCase);
        using var rows = (isXlsx ? XlsxRows.Read(path) : CsvRows.Read(path)).GetEnumerator();
        for (var line = 0; Next(rows, isXlsx, line); line = rows.Current.Line) yield return rows.Current;
    }

    // The readers fail at damaged files in many ways, an index out of range among them; their messages may quote what stands there.
    private static bool Next(IEnumerator<ImportRow> rows, bool isXlsx, int line)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (DecoderFallbackException error)
        {
            throw new BadExportException("Tệp CSV không phải là UTF-8 (có thể là UTF-16 hoặc Windows-1258); hãy lưu lại thành CSV UTF-8.", error);
        }
        catch (Exception error) when (error is EndOfStreamException or not (BadExportException or IOException or UnauthorizedAccessException))
        {
            throw new BadExportException($"Tệp bị hỏng hoặc không phải là tệp {(isXlsx ? "XLSX" : "CSV")}: không đọc được từ sau dòng {line}.", error);
        }
    }
}
