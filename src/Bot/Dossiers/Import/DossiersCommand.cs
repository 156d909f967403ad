using System.Globalization;
using Bot.Operation.Settings;
using Bot.Storage;
using Bot.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Dossiers.Import;

/// <summary>"dossiers import FILE [--snapshot] [--force] [--as-of=MOMENT] [--SETTING=VALUE …]": reads an export of dossiers; works beside the running server.</summary>
public static class DossiersCommand
{
    private const string Usage = "Cách dùng: dossiers import TỆP.csv|TỆP.xlsx [--snapshot] [--force] [--as-of=2026-11-25T07:00:00+07:00] [--Dossiers:Mapping=…] [--Data:Path=… | --Storage:Postgres=…]";

    private static readonly string[] Flags = ["--snapshot", "--force"];

    /// <summary>Runs the command and returns the exit code: 0 done, 1 refused, 2 not understood, 3 done but for the rows that are listed.</summary>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors)
    {
        // A switch without a value would take the next argument for it.
        var settings = CommandSettings.Read([.. arguments.Except(Flags)]);
        if (arguments.Where(a => !a.StartsWith("--", StringComparison.Ordinal)).ToArray() is not ["import", var path])
        {
            errors.WriteLine(Usage);
            return 2;
        }
        try
        {
            if (!File.Exists(path)) throw new BadSettingException($"Không có tệp {path}.");
            var mapping = DossierMapping.From(settings);
            var asOf = AsOf(settings, path);
            await using var database = StorageSetup.Open(StorageOptions.From(settings), NullLogger<PostgresDatabase>.Instance);
            var import = new DossierImport(database, new KeyedHash(new Keys(database)), mapping);
            return Tell(await import.RunAsync(() => path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? XlsxRows.Read(path) : CsvRows.Read(path), asOf, arguments.Contains("--snapshot"), arguments.Contains("--force")), output, errors);
        }
        catch (Exception error) when (error is BadSettingException or IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
        {
            errors.WriteLine(error.Message);
            return 1;
        }
    }

    private static int Tell(ImportReport report, TextWriter output, TextWriter errors)
    {
        if (report.Refusal is { } refusal)
        {
            errors.WriteLine(refusal);
            return 1;
        }
        foreach (var (line, fault) in report.Faults) errors.WriteLine($"dòng {line}: {fault}");
        if (report.UnknownHeaders.Count > 0) output.WriteLine("Cột không dùng: " + string.Join(", ", report.UnknownHeaders));
        if (report.UnknownStates.Count > 0) output.WriteLine("Trạng thái ngoài danh mục, giữ nguyên văn: " + string.Join(", ", report.UnknownStates));
        output.WriteLine($"{report.Stored} hồ sơ đã nhập, {report.Removed} hồ sơ đã bỏ, {report.Faults.Count} dòng lỗi.");
        return report.Faults.Count == 0 ? 0 : 3;
    }

    private static DateTimeOffset AsOf(IConfiguration settings, string path)
    {
        if (settings.Text("as-of") is not { } text) return File.GetLastWriteTimeUtc(path);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : throw SettingReading.Bad("as-of", text, "phải là thời điểm như 2026-11-25T07:00:00+07:00");
    }
}
