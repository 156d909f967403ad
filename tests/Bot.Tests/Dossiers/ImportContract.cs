using System.Globalization;
using Bot.Dossiers;
using Bot.Dossiers.Import;
using Bot.Dossiers.Sources;
using Bot.Recognizers;
using Bot.Storage;
using Bot.Tests.Hosting;
using Bot.Tests.Storage;
using Microsoft.Extensions.Configuration;

namespace Bot.Tests.Dossiers;

/// <summary>Importing exports, over either store.</summary>
public abstract class ImportContract(TestData data) : OpenedStore(data)
{
    private const string Headers = "MaHoSo;TenTTHC;ChuHoSo;SoDienThoai;SoGiayToChuHoSo;NgayTiepNhan;NgayHenTra;TrangThaiHoSo;MaHoSoKhac";

    private readonly TempFolder folder = new();

    private static string Code(int i) => $"H56.14-240823-{i.ToString("D4", CultureInfo.InvariantCulture)}";

    private static string Row(int i, string state = "4") => $"{Code(i)};Thủ tục;Nguyễn Văn An;0912345678;012345671111;20240823093200;30/08/2024;{state};";

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_row_is_found_by_the_end_of_either_number_and_its_name_is_masked()
    {
        var report = await ImportAsync(Row(1));
        Assert.Equal((1, 0, 0, null), (report.Stored, report.Removed, report.Faults.Count, report.Refusal));
        var found = (await FindAsync(1, "5678"))!;
        Assert.Equal(("N*** V*** A***", 4, "Đang xử lý", "2024-08-23T09:32", "2024-08-30"), (found.Applicant, found.State, found.StateLabel, found.Received.ToString(), found.Due.ToString()));
        Assert.NotNull(await FindAsync(1, "1111"));
        Assert.Null(await FindAsync(1, "0000"));
    }

    [Fact]
    public async Task Bad_rows_are_named_by_line_and_reason_and_the_good_ones_are_kept()
    {
        var report = await ImportAsync(Row(1), ";t;n;0912345678;;;;4;", "1.011443;t;n;0912345678;;;;4;", Code(2) + ";t;n;;12;;;4;", Code(3) + ";t;n;0912345678;;31/02/2024;;4;", Row(1), Row(1, "5"), Row(4));
        Assert.Equal(2, report.Stored);
        Assert.Equal([3, 4, 5, 6, 8], report.Faults.Select(f => f.Line));
        Assert.All(report.Faults, f => Assert.DoesNotContain("0912345678", f.Fault));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_but_the_batch()
    {
        await ImportAsync(Row(1), Row(2));
        var before = Rows();
        await ImportAsync(Row(1), Row(2));
        Assert.Equal(before, Rows());
    }

    [Fact]
    public async Task A_delta_keeps_the_rest_and_a_snapshot_takes_it_away_but_not_a_faulty_row_s_dossier()
    {
        await ImportAsync([.. Enumerable.Range(1, 5).Select(i => Row(i))]);
        await ImportAsync(Row(6));
        Assert.Equal(6, Rows().Count);
        var report = await ImportAsync(isSnapshot: true, false, Row(1), Row(2), Row(3), Row(4), Code(5) + ";t;n;;;;;4;");
        Assert.Equal((4, 1, 1), (report.Stored, report.Removed, report.Faults.Count));
        Assert.NotNull(await FindAsync(5, "5678"));
        Assert.Null(await FindAsync(6, "5678"));
    }

    [Fact]
    public async Task A_snapshot_that_would_take_half_away_is_refused_unless_it_is_forced()
    {
        await ImportAsync([.. Enumerable.Range(1, 4).Select(i => Row(i))]);
        Assert.NotNull((await ImportAsync(isSnapshot: true, false, Row(1), Row(9))).Refusal);
        Assert.Equal(4, Rows().Count);
        Assert.Equal(3, (await ImportAsync(isSnapshot: true, true, Row(1), Row(9))).Removed);
        Assert.Equal(2, Rows().Count);
    }

    [Fact]
    public async Task A_real_dossier_replaces_a_sample_and_its_other_code_leads_to_it()
    {
        await Database.WriteAsync(session => session.Execute("INSERT INTO dossiers (code, source, mark, body, as_of, batch) VALUES ($1, 'sample', '', $2, 0, 0)", Code(1), "{}"u8.ToArray()));
        await ImportAsync(Row(1) + "000.00.14.H56-240823-0001");
        Assert.NotNull(await FindAsync(1, "5678"));
        Assert.Equal(Code(1), (await Source().FindAsync(DossierCode.Parse("000.00.14.H56-240823-0001")!.Value, "5678", default))?.Code);
    }

    [Fact]
    public async Task Own_headers_and_states_are_mapped_and_what_is_unknown_is_named_once()
    {
        var path = Path.Combine(folder.Path, "mapping.json");
        File.WriteAllText(path, """{"headers":{"Số hồ sơ":"MaHoSo"},"states":{"waiting":5}}""");
        var mapping = DossierMapping.From(new ConfigurationBuilder().AddInMemoryCollection([new("Dossiers:Mapping", path)]).Build());
        var file = Written("\uFEFFSỐ HỒ SƠ\tTenTTHC\tSoDienThoai\tTrangThaiHoSo\tLạ", $"{Code(1)}\t\"Thủ\ttục\"\t0912345678\tWaiting\tx", $"{Code(2)}\tt\t0912345678\tDA XU LY XONG\tx", $"{Code(3)}\tt\t0912345678\tlưu kho\tx", $"{Code(4)}\tt\t0912345678\tlưu kho\tx");
        var report = await new DossierImport(Database, Hash(), mapping).RunAsync(() => CsvRows.Read(file), Time.GetUtcNow(), false, false);
        Assert.Equal(["Lạ"], report.UnknownHeaders);
        Assert.Equal(["lưu kho"], report.UnknownStates);
        Assert.Empty(report.Faults);
        Assert.Equal(["5", "9", ""], await Task.WhenAll(Enumerable.Range(1, 3).Select(async i => (await FindAsync(i, "5678"))!.State?.ToString(CultureInfo.InvariantCulture) ?? "")));
        Assert.Equal("Thủ\ttục", (await FindAsync(1, "5678"))!.Procedure);
    }

    private Task<ImportReport> ImportAsync(params string[] rows) => ImportAsync(isSnapshot: false, false, rows);

    private Task<ImportReport> ImportAsync(bool isSnapshot, bool force, params string[] rows)
    {
        var file = Written([Headers, .. rows]);
        return new DossierImport(Database, Hash(), new DossierMapping()).RunAsync(() => CsvRows.Read(file), Time.GetUtcNow(), isSnapshot, force);
    }

    private string Written(params string[] lines)
    {
        var file = Path.Combine(folder.Path, Guid.NewGuid() + ".csv");
        File.WriteAllText(file, string.Join("\r\n", lines) + "\r\n");
        return file;
    }

    private List<(string, string, string)> Rows() => Database.Read(session => session.Query(
        "SELECT code, body, phone FROM dossiers ORDER BY code", row => (row.GetString(0), Convert.ToHexString(row.GetFieldValue<byte[]>(1)), Convert.ToHexString(row.GetFieldValue<byte[]>(2)))));

    private KeyedHash Hash() => new(new Keys(Database));

    private StoredDossierSource Source() => new(Database, Hash());

    private Task<Dossier?> FindAsync(int i, string verifier) => Source().FindAsync(DossierCode.Parse(Code(i))!.Value, verifier, default);
}
