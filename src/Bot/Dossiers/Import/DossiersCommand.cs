using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Operation.Settings;
using Bot.Storage;

namespace Bot.Dossiers.Import;

/// <summary>
/// "dossiers import FILE [--snapshot] [--force] [--as-of=MOMENT] [--SETTING=VALUE …]": reads an export of dossiers; works beside the running server.
/// </summary>
public static partial class DossiersCommand
{
    private const string Usage =
        """
        Cách dùng: dossiers import TỆP.csv|TỆP.xlsx [--snapshot] [--force] [--as-of=2026-11-25T07:00:00+07:00]
            [--Dossiers:Mapping=…] [--Dossiers:Agencies=…] [--Data:Path=… | --Storage:Postgres=…]
                   dossiers look-ups MÃ-HỒ-SƠ
        """;

    private static readonly string[] Flags = ["--snapshot", "--force"];

    /// <summary>Runs the command and returns the exit code: 0 done, 1 refused, 2 not understood, 3 done but for the rows that are listed.</summary>
    public static async Task<int> RunAsync(string[] arguments, TimeProvider time, TextWriter output, TextWriter errors)
    {
        var options = arguments.Where(a => a.StartsWith('-')).Except(Flags).ToArray();
        if (arguments.Where(a => !a.StartsWith('-')).ToArray() is not ["import", var path] || !options.All(Setting().IsMatch))
        {
            errors.WriteLine(Usage);
            return 2;
        }
        if (!File.Exists(path))
        {
            errors.WriteLine($"Không có tệp {path}.");
            return 1;
        }
        return await StoreCommand.RunAsync(options, errors, async (settings, database) =>
        {
            var (mapping, agencies, asOf) = (DossierMapping.From(settings), Agencies.From(settings), AsOf(settings, path, time.GetUtcNow()));
            var import = new DossierImport(database, new KeyedHash(new Keys(database)), mapping, agencies);
            var report = await import.RunAsync(() => ExportFile.Read(path), asOf, arguments.Contains("--snapshot"), arguments.Contains("--force"));
            return Tell(report, output, errors);
        });
    }

    private static int Tell(ImportReport report, TextWriter output, TextWriter errors)
    {
        foreach (var line in report.FaultLines) errors.WriteLine(line);
        foreach (var line in report.Lines) (report.Refusal is null ? output : errors).WriteLine(line);
        return report.Refusal is not null ? 1 : report.FaultCount > 0 ? 3 : 0;
    }

    private static DateTimeOffset AsOf(IConfiguration settings, string path, DateTimeOffset now)
    {
        if (settings.Text("as-of") is not { } text) return ExportFile.Made(path, now);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && moment <= now
            ? moment : throw SettingReading.Bad("as-of", text, "phải là thời điểm đã qua, như 2026-11-25T07:00:00+07:00");
    }

    // One that is misspelt would be a wish that nobody follows.
    [GeneratedRegex("^--(as-of|Data:Path|Storage:Postgres|Dossiers:Mapping|Dossiers:Agencies)=", RegexOptions.IgnoreCase)]
    private static partial Regex Setting();
}
