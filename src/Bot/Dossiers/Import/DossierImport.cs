using System.Data.Common;
using System.Globalization;
using Bot.Storage;

namespace Bot.Dossiers.Import;

/// <summary>
/// Puts the dossiers of an export into the table; beside the running assistant, whose answers wait for one batch at most. The file is read twice:
/// what makes it unfit as a whole is known before the first row is written.
/// </summary>
public sealed class DossierImport(Database database, KeyedHash hash, DossierMapping mapping, Agencies agencies)
{
    private readonly ImportedDossiers table = new(database, hash);

    /// <param name="open">Reads the file from its beginning, the headers first.</param>
    /// <param name="asOf">When the export was made: what is stored and newer stays.</param>
    /// <param name="isSnapshot">The file is the whole: what was imported before and is not named in it goes.</param>
    /// <param name="force">Also when that takes half of what there is, or when a newer snapshot was imported before.</param>
    public async Task<ImportReport> RunAsync(Func<IEnumerable<ImportRow>> open, DateTimeOffset asOf, bool isSnapshot, bool force)
    {
        var report = new ImportReport();
        try
        {
            if (await database.HoldAgainstAllAsync("import") is not { } hold)
                return report with { Refusal = "Một lần nhập khác đang chạy; hãy thử lại sau.", IsPassing = true };
            await using var alone = hold;
            var reading = new ExportReading(open(), mapping, agencies);
            report = reading.Report;
            if (Refusal(reading, asOf, isSnapshot, force) is { } refusal) return report with { Refusal = refusal };
            var (all, batch, pace) = (reading.Good, await table.BeginAsync(asOf), new ImportPace(database.IsShared));
            foreach (var some in Batches(Rows(open(), reading, isSnapshot), pace))
                report = report with { Stored = report.Stored + await table.StoreAsync(some, asOf, batch, pace) };
            // Whoever wrote it anew meanwhile did not mean that what we have not seen should go.
            if (reading.Good > 0) throw new BadExportException("Tệp đã thay đổi trong lúc nhập.");
            return report with { Older = all - report.Stored, Removed = isSnapshot ? await table.RemoveOthersAsync(asOf, batch) : 0 };
        }
        catch (Exception error) when (error is BadExportException or IOException or UnauthorizedAccessException or DbException or TimeoutException)
        {
            var soFar = report.Stored == 0 ? "" : $" {report.Stored} hồ sơ đã được ghi; nhập lại là vô hại.";
            return report with { Refusal = error.Message.ReplaceLineEndings(" ") + soFar, IsPassing = error is not BadExportException };
        }
    }

    private string? Refusal(ExportReading reading, DateTimeOffset asOf, bool isSnapshot, bool force)
    {
        if (reading.Rows is not { } rows) return "Tệp trống.";
        if (rows.Missing.ToArray() is { Length: > 0 } missing) return "Tệp thiếu cột " + string.Join(", ", missing) + ".";
        // Even of a delta: what the snapshot took away would come back.
        if (!force && table.LastSnapshot is { } last && asOf < last)
            return $"Tệp ({Written(asOf)}) cũ hơn bản toàn bộ đã nhập ({Written(last)}); nếu vẫn muốn nhập, hãy thêm --force.";
        if (!isSnapshot) return null;
        if (reading is { Good: 0, FaultCount: > 0 }) return "Không có dòng nào dùng được: tệp không được coi là toàn bộ hồ sơ.";
        return !force && table.Compare(reading, asOf) is { All: > 0 } before && before.Kept * 2L <= before.All
            ? $"Tệp sẽ làm mất {before.All - before.Kept} trong {before.All} hồ sơ đã nhập; nếu đúng là như vậy, hãy thêm --force." : null;
    }

    // A faulty row names its dossier all the same: a snapshot must not take it away.
    private static IEnumerable<ReadDossier> Rows(IEnumerable<ImportRow> all, ExportReading reading, bool isSnapshot) =>
        all.Skip(1).Select(row => reading.Rows!.Read(row.Cells))
            .Where(read => read.Dossier is null ? isSnapshot && read.Code is not null : reading.TakeOut(read.Code!));

    private static IEnumerable<List<ReadDossier>> Batches(IEnumerable<ReadDossier> rows, ImportPace pace)
    {
        var batch = new List<ReadDossier>();
        foreach (var row in rows)
        {
            batch.Add(row);
            if (batch.Count < pace.Rows) continue;
            yield return batch;
            batch = [];
        }
        if (batch.Count > 0) yield return batch;
    }

    private static string Written(DateTimeOffset moment) =>
        moment.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
