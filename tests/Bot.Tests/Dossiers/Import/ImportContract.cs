using System.Globalization;
using System.Text;
using Bot.Dossiers;
using Bot.Dossiers.Import;
using Bot.Operation.Settings;
using Bot.Tests.Hosting;
using Microsoft.Extensions.Configuration;

namespace Bot.Tests.Dossiers.Import;

/// <summary>What the rows of an export become, over either store.</summary>
public abstract class ImportContract(TestData data) : ImportStore(data)
{
    private const string OtherCode = "000.00.14.H56-240823-0001";

    [Fact]
    public async Task A_row_is_found_by_the_end_of_either_number_and_its_name_is_masked()
    {
        var report = await ImportAsync(Row(1));
        Assert.Equal((1, 0, 0, null), (report.Stored, report.Removed, report.FaultCount, report.Refusal));
        var found = (await FindAsync(1))!;
        Assert.Equal(("N*** V*** A***", 4, "Đang xử lý", "2024-08-23T09:32", "2024-08-30"), (found.Applicant, found.State, found.StateLabel, found.Received.ToString(), found.Due.ToString()));
        Assert.NotNull(await FindAsync(1, "1111"));
        Assert.Null(await FindAsync(1, "0000"));
    }

    [Fact]
    public async Task Bad_rows_are_named_by_line_and_reason_and_the_good_ones_are_kept()
    {
        var report = await ImportAsync(
            Row(1), ";t;n;0912345678;;;;4;", "1.011443;t;n;0912345678;;;;4;", Code(2) + ";t;n;;12;;;4;", Code(3) + ";t;n;0912345678;;31/02/2024;;4;", Row(1), Row(1, "5"), Row(4),
            $"{Code(5)};\"{new string('x', 4001)}\";n;0912345678;;;;4;");
        Assert.Equal(2, report.Stored);
        Assert.Equal([3, 4, 5, 6, 8, 10], report.Faults.Select(f => f.Line));
        Assert.All(report.FaultLines, line => Assert.DoesNotContain("0912345678", line));
        Assert.Equal("4", (await FindAsync(1))!.State?.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Of_very_many_bad_rows_the_first_thousand_are_listed_and_the_others_counted()
    {
        var report = await ImportAsync([.. Enumerable.Repeat(";t;n;0912345678;;;;4;", 1500), Row(1)]);
        Assert.Equal((1, 1000, 1500), (report.Stored, report.Faults.Count, report.FaultCount));
        Assert.Equal("… và 500 dòng lỗi nữa", report.FaultLines.Last());
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_but_the_batch()
    {
        await ImportAsync(Row(1), Row(2));
        var before = Bodies();
        await ImportAsync(Row(1), Row(2));
        Assert.Equal(before, Bodies());
    }

    [Fact]
    public async Task A_real_dossier_replaces_a_sample_and_its_other_code_leads_to_it()
    {
        // A sample is as young as the last start, and yet only a sample.
        await Database.WriteAsync(session => session.Execute(
            "INSERT INTO dossiers (code, source, mark, body, as_of, batch) VALUES ($1, 'sample', '', $2, $3, 0)", Code(1), "{}"u8.ToArray(), Time.GetUtcNow().AddDays(1).ToUnixTimeMilliseconds()));
        await ImportAsync(Row(1, other: OtherCode));
        Assert.NotNull(await FindAsync(1));
        Assert.Equal(Code(1), (await FindAsync(OtherCode))?.Code);
    }

    [Fact]
    public async Task A_dossier_s_own_code_comes_before_a_second_one_that_another_dossier_claims()
    {
        await ImportAsync(Row(1, other: Code(2)), Row(2));
        Assert.Equal(Code(2), (await FindAsync(2))?.Code);
        Assert.Equal(Code(1), (await FindAsync(1))?.Code);
    }

    [Fact]
    public async Task A_second_code_that_a_newer_row_no_longer_has_leads_nowhere()
    {
        await ImportAsync(Row(1, other: OtherCode));
        await ImportAsync(TimeSpan.FromHours(1), Row(1));
        Assert.Equal(Code(1), (await FindAsync(OtherCode))?.Code);
        await ImportAsync(Row(1, other: "000.00.14.H56-240823-0009"));
        Assert.Null(await FindAsync(OtherCode));
        Assert.Equal(Code(1), (await FindAsync("000.00.14.H56-240823-0009"))?.Code);
    }

    [Fact]
    public async Task Own_headers_and_states_are_mapped_and_what_is_unknown_is_named_once()
    {
        var mapping = Mapping("""{"headers":{"Số hồ sơ":"MaHoSo"},"states":{"waiting":5}}""");
        var file = Lines(
            "\uFEFFSỐ HỒ SƠ\tTenTTHC\tSoDienThoai\tTrangThaiHoSo\tLạ", $"{Code(1)}\t\"Thủ\ttục\"\t0912345678\tWaiting\tx",
            $"{Code(2)}\tt\t0912345678\tDA XU LY XONG\tx", $"{Code(3)}\tt\t0912345678\tlưu kho\tx", $"{Code(4)}\tt\t0912345678\tlưu kho\tx");
        var report = await Import(mapping: mapping).RunAsync(() => ExportFile.Read(file), Time.GetUtcNow(), false, false);
        Assert.Equal(["Lạ"], report.UnknownHeaders);
        Assert.Equal(["lưu kho"], report.UnknownStates);
        Assert.Empty(report.Faults);
        Assert.Equal(["5", "9", ""], await Task.WhenAll(Enumerable.Range(1, 3).Select(async i => (await FindAsync(i))!.State?.ToString(CultureInfo.InvariantCulture) ?? "")));
        Assert.Equal("Thủ\ttục", (await FindAsync(1))!.Procedure);
    }

    [Fact]
    public async Task A_nine_of_a_system_that_sends_open_dossiers_as_nine_claims_nothing()
    {
        var file = Lines(
            "MaHoSo;TenTTHC;SoDienThoai;TrangThaiHoSo;NgayKetThucXuLy", $"{Code(1)};t;0912345678;9;20240829100000", $"{Code(2)};t;0912345678;Đã xử lý xong;", $"{Code(3)};t;0912345678;10;20240829100000");
        var report = await Import(mapping: Mapping("""{"nineMayBeOpen":true}""")).RunAsync(() => ExportFile.Read(file), Time.GetUtcNow(), false, false);
        Assert.Equal((3, 0), (report.Stored, report.UnknownStates.Count));
        var (number, label, returned) = ((await FindAsync(1))!, (await FindAsync(2))!, (await FindAsync(3))!);
        Assert.Equal((9, true, "Đã xử lý xong", null), (number.State, number.MayBeOpen, number.StateLabel, number.Finished));
        Assert.Equal((9, true, "Đã xử lý xong"), (label.State, label.MayBeOpen, label.StateLabel));
        Assert.Equal((10, "2024-08-29T10:00"), (returned.State, returned.Finished.ToString()));
    }

    [Fact]
    public async Task Whether_the_result_comes_by_post_is_known_where_it_is_written_as_the_nation_does()
    {
        string[] written = ["0", "1", "", "2", "bưu điện"];
        var file = Lines(["MaHoSo;TenTTHC;SoDienThoai;TrangThaiHoSo;HinhThuc", .. written.Select((form, i) => $"{Code(i)};t;0912345678;9;{form}")]);
        await ImportAsync(file, TimeSpan.Zero, isSnapshot: false, force: false);
        Assert.Equal([false, true, null, null, null], await Task.WhenAll(written.Select(async (_, i) => (await FindAsync(i))!.IsByPost)));
    }

    [Fact]
    public void A_name_in_the_mapping_that_is_none_is_refused() =>
        Assert.Contains("Dossiers:Mapping", Assert.Throws<BadSettingException>(() => Mapping("""{"nineMaybeOpen":true}""")).Message);

    [Fact]
    public async Task Rows_of_other_agencies_are_faults()
    {
        var file = Written(Row(1), Row(2).Replace("H56.14-", "H56.14.03-"), Row(3).Replace("H56.14-", "H56.1-"),
            Row(4).Replace("H56.14-", "000.00.14.H56-"), Row(5).Replace("H56.14-", "H38.14-"));
        var agencies = Agencies.From(new ConfigurationBuilder().AddInMemoryCollection([new("Dossiers:Agencies", "h56.14, 000.00.14.H56")]).Build());
        var report = await Import(agencies: agencies).RunAsync(() => ExportFile.Read(file), Time.GetUtcNow(), false, false);
        Assert.Equal((3, "dòng 4: mã hồ sơ của cơ quan khác dòng 6: mã hồ sơ của cơ quan khác"), (report.Stored, string.Join(' ', report.FaultLines)));
    }

    public static TheoryData<string, bool> Encodings => new() { { "utf-16", true }, { "utf-16", false }, { "utf-16BE", true }, { "windows-1258", false } };

    [Theory, MemberData(nameof(Encodings))]
    public async Task A_file_that_is_not_UTF_8_is_refused_as_a_whole(string name, bool withMark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var (file, encoding) = (Written(), Encoding.GetEncoding(name));
        File.WriteAllBytes(file, [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes($"{Headers}\r\n{Row(1).Replace("Thủ tục", "Đường")}\r\n")]);
        var report = await ImportAsync(file, TimeSpan.Zero, isSnapshot: false, force: true);
        Assert.Contains("không phải là UTF-8", report.Refusal);
        Assert.Empty(Codes());
    }

    private DossierMapping Mapping(string json)
    {
        var path = Path.Combine(Folder.Path, "mapping.json");
        File.WriteAllText(path, json);
        return DossierMapping.From(new ConfigurationBuilder().AddInMemoryCollection([new("Dossiers:Mapping", path)]).Build());
    }

    private List<(string, string, string)> Bodies() => Database.Read(session => session.Query(
        "SELECT code, body, phone FROM dossiers ORDER BY code", row => (row.GetString(0), Convert.ToHexString(row.GetFieldValue<byte[]>(1)), Convert.ToHexString(row.GetFieldValue<byte[]>(2)))));
}
