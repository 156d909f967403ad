using nietras.SeparatedValues;

namespace Bot.Dossiers.Import;

/// <summary>The rows of a CSV file in UTF-8, one at a time, the headers first; comma, semicolon or tab is told by the headers.</summary>
public static class CsvRows
{
    public static IEnumerable<ImportRow> Read(string path)
    {
        using var reader = Sep.Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true }).FromFile(path);
        while (reader.MoveNext()) yield return Row(reader);
    }

    private static ImportRow Row(SepReader reader)
    {
        var row = reader.Current;
        var cells = new string[row.ColCount];
        for (var i = 0; i < cells.Length; i++) cells[i] = row[i].ToString().Trim();
        return new ImportRow(row.LineNumberFrom, cells);
    }
}
