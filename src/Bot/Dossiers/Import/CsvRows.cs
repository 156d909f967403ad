using System.Text;
using nietras.SeparatedValues;

namespace Bot.Dossiers.Import;

/// <summary>The rows of a CSV file in UTF-8, one at a time, the headers first; comma, semicolon or tab is told by the headers.</summary>
public static class CsvRows
{
    // With a mark at the beginning or without; what is no UTF-8 is refused rather than stored as question marks.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    public static IEnumerable<ImportRow> Read(string path)
    {
        using var text = new StreamReader(path, Encoding, detectEncodingFromByteOrderMarks: false);
        using var reader = Sep.Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true }).From(text);
        while (reader.MoveNext()) yield return Row(reader);
    }

    private static ImportRow Row(SepReader reader)
    {
        var row = reader.Current;
        var cells = new string[row.ColCount];
        for (var i = 0; i < cells.Length; i++) cells[i] = row[i].ToString().Trim();
        // UTF-16 without its mark is UTF-8 as long as all letters are English.
        if (row.RowIndex == 0 && cells.Any(cell => cell.Contains('\0'))) throw new DecoderFallbackException();
        return new ImportRow(row.LineNumberFrom, cells);
    }
}
