using System.Globalization;
using Bot.Dossiers;
using Bot.Dossiers.Import;
using Bot.Dossiers.Sources;
using Bot.Recognizers;
using Bot.Storage;
using Bot.Tests.Hosting;
using Bot.Tests.Storage;

namespace Bot.Tests.Dossiers.Import;

/// <summary>A store that exports are imported into, and a folder to write them in.</summary>
public abstract class ImportStore(TestData data) : OpenedStore(data)
{
    protected const string Headers = "MaHoSo;TenTTHC;ChuHoSo;SoDienThoai;SoGiayToChuHoSo;NgayTiepNhan;NgayHenTra;TrangThaiHoSo;MaHoSoKhac";

    private protected TempFolder Folder { get; } = new();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Folder.Dispose();
    }

    protected static string Code(int i) => $"H56.14-240823-{i.ToString("D4", CultureInfo.InvariantCulture)}";

    protected static string Row(int i, string state = "4", string other = "") => $"{Code(i)};Thủ tục;Nguyễn Văn An;0912345678;012345671111;20240823093200;30/08/2024;{state};{other}";

    /// <summary>A row of a dossier that nobody could prove to be his.</summary>
    protected static string Faulty(int i) => Code(i) + ";t;n;;;;;4;";

    protected static string[] Rows(int from, int to) => [.. Enumerable.Range(from, to - from + 1).Select(i => Row(i))];

    private protected DossierImport Import(Database? database = null, DossierMapping? mapping = null, Agencies? agencies = null) =>
        new(database ?? Database, Hash(), mapping ?? new DossierMapping(), agencies ?? new Agencies());

    private protected Task<ImportReport> ImportAsync(params string[] rows) => ImportAsync(TimeSpan.Zero, rows);

    /// <param name="age">How long ago the export was made.</param>
    private protected Task<ImportReport> ImportAsync(TimeSpan age, params string[] rows) => ImportAsync(Written(rows), age, isSnapshot: false, force: false);

    private protected Task<ImportReport> SnapshotAsync(params string[] rows) => SnapshotAsync(TimeSpan.Zero, force: false, rows);

    private protected Task<ImportReport> SnapshotAsync(TimeSpan age, bool force, params string[] rows) => ImportAsync(Written(rows), age, isSnapshot: true, force);

    private protected Task<ImportReport> ImportAsync(string file, TimeSpan age, bool isSnapshot, bool force) =>
        Import().RunAsync(() => ExportFile.Read(file), Time.GetUtcNow() - age, isSnapshot, force);

    /// <summary>Writes a CSV file with the usual headers.</summary>
    private protected string Written(params string[] rows) => Lines([Headers, .. rows]);

    private protected string Lines(params string[] lines)
    {
        var file = Path.Combine(Folder.Path, Guid.NewGuid() + ".csv");
        File.WriteAllText(file, string.Join("\r\n", lines) + "\r\n");
        return file;
    }

    /// <summary>The codes that are stored.</summary>
    private protected List<string> Codes() => Database.Read(session => session.Query("SELECT code FROM dossiers ORDER BY code", row => row.GetString(0)));

    private protected Task<Dossier?> FindAsync(int i, string verifier = "5678") => FindAsync(Code(i), verifier);

    private protected Task<Dossier?> FindAsync(string code, string verifier = "5678") => new StoredDossierSource(Database, Hash()).FindAsync(DossierCode.Parse(code)!.Value, verifier, default);

    private KeyedHash Hash() => new(new Keys(Database));
}
