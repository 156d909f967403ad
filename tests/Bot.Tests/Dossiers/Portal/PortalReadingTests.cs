using System.Text;
using System.Text.Json.Nodes;
using Bot.Dossiers;
using Bot.Recognizers;
using StandIns.Portal;

namespace Bot.Tests.Dossiers.Portal;

/// <summary>What becomes of a dossier as the portal writes it.</summary>
public sealed class PortalReadingTests : IAsyncLifetime
{
    private static readonly DossierCode Done = DossierCode.Parse("000.00.15.H37-261005-0031")!.Value;
    private static readonly DossierCode DoneElsewhere = DossierCode.Parse("H37.15-261005-48213")!.Value;
    private static readonly DossierCode Odd = DossierCode.Parse("H37.15-261109-0002")!.Value;

    private PortalRig rig = null!;

    public async Task InitializeAsync() => rig = await PortalRig.StartAsync();

    public Task DisposeAsync() => rig.DisposeAsync().AsTask();

    [Fact]
    public async Task Every_field_comes_to_its_place()
    {
        var dossier = await FoundAsync(PortalRig.Waiting, PortalRig.Right);
        Assert.Equal((PortalRig.Waiting.Text, null, "1.012289", 5, "Yêu cầu bổ sung giấy tờ"), (dossier.Code, dossier.OtherCode, dossier.ProcedureCode, dossier.State, dossier.StateLabel));
        Assert.Equal(("Cấp mới giấy phép hành nghề đối với chức danh điều dưỡng", "N*** T*** M***"), (dossier.Procedure, dossier.Applicant));
        Assert.Equal(new VietnamMoment(new DateOnly(2026, 11, 1), new TimeOnly(21, 30, 5)), dossier.Submitted);
        Assert.Equal(new VietnamMoment(new DateOnly(2026, 11, 2), new TimeOnly(8, 15)), dossier.Received);
        Assert.Equal((new VietnamMoment(new DateOnly(2026, 12, 14)), null, null), (dossier.Due, dossier.Finished, dossier.Returned));
        Assert.Equal(("Phòng Nghiệp vụ Y", true, "Hồ sơ bịa để dùng thử, không có thật."), (dossier.Unit, dossier.IsByPost, dossier.Note));
        Assert.Equal(["Ảnh 4×6", "Bản sao văn bằng"], dossier.Supplements.Select(asked => asked.What));
        Assert.Equal((new DateOnly(2026, 11, 10), new DateOnly(2026, 12, 14)), (dossier.Supplements[1].Asked?.Day, dossier.Supplements[1].NewDue?.Day));
        Assert.Equal(new Fee("Phí thẩm định", 360_000), Assert.Single(dossier.Fees));
        Assert.Equal((rig.Time.GetUtcNow(), false), (dossier.AsOf, dossier.IsSample));
    }

    [Fact]
    public async Task Numbers_are_read_like_texts_and_either_code_leads_to_the_dossier()
    {
        var dossier = await FoundAsync(DoneElsewhere, "2468");
        Assert.Equal((Done.Text, DoneElsewhere.Text, 9, false), (dossier.Code, dossier.OtherCode, dossier.State, dossier.IsByPost));
        Assert.Equal(("Chi cục An toàn vệ sinh thực phẩm", "Trả tại quầy\nHồ sơ bịa để dùng thử, không có thật."), (dossier.Unit, dossier.Note));
        Assert.Equal(dossier.Code, (await FoundAsync(Done, "2468")).Code);
        // Known last by either code, too.
        await rig.Portal.StopAsync();
        rig.Time.Advance(TimeSpan.FromHours(1));
        Assert.True(Assert.IsType<LookUp.Found>(await rig.AskAsync(DoneElsewhere, "2468")).IsLastKnown);
    }

    [Fact]
    public async Task A_state_of_the_portals_own_keeps_its_label_and_is_logged_once_and_no_date_is_left_out()
    {
        for (var i = 0; i < 2; i++)
        {
            var dossier = await FoundAsync(Odd, "1357");
            Assert.Equal((null, "Chờ thẩm định thực địa", null), (dossier.State, dossier.StateLabel, dossier.Due));
            rig.Time.Advance(TimeSpan.FromHours(1));
        }
        Assert.Equal((1, 2, 0), (rig.Log.Count("«Chờ thẩm định thực địa»"), rig.Log.Count("NgayHenTra"), rig.Log.Count("hai tuần nữa")));
    }

    [Fact]
    public async Task Where_nine_is_sent_for_what_is_open_it_is_no_state_that_is_sure()
    {
        await using var open = await PortalRig.StartAsync(options => options with { NineMayBeOpen = true });
        var dossier = Assert.IsType<LookUp.Found>(await open.AskAsync(Done, "2468")).Dossier;
        Assert.Equal((9, true, "Đã xử lý xong", null), (dossier.State, dossier.MayBeOpen, dossier.StateLabel, dossier.Finished));
        Assert.Equal(5, Assert.IsType<LookUp.Found>(await open.AskAsync(PortalRig.Waiting, PortalRig.Right)).Dossier.State);
    }

    [Fact]
    public async Task The_end_of_the_phone_or_of_the_identity_number_proves_and_nothing_else()
    {
        await FoundAsync(PortalRig.Waiting, "1234");
        await FoundAsync(PortalRig.Waiting, "5678");
        foreach (var wrong in (string[])["0000", "0900", "2468", ""]) Assert.IsType<LookUp.NoMatch>(await rig.AskAsync(PortalRig.Waiting, wrong));
    }

    [Fact]
    public async Task A_number_that_the_portal_hides_the_end_of_proves_nothing()
    {
        rig.Portal.Hold(Changed("SoDienThoai", "0912345***"));
        foreach (var guess in (string[])["2345", "345*", "****", "1234"]) Assert.IsType<LookUp.NoMatch>(await rig.AskAsync(PortalRig.Waiting, guess));
        await FoundAsync(PortalRig.Waiting, "5678");
    }

    [Theory]
    [InlineData("150000", 150_000L)]
    [InlineData("150.000", null)]
    [InlineData("-5", null)]
    [InlineData("miễn phí", null)]
    public async Task A_sum_that_may_be_read_in_two_ways_is_not_read(string written, long? amount)
    {
        rig.Portal.Hold(Changed("DanhSachLePhi", new JsonArray(new JsonObject { ["TenPhiLePhi"] = "Phí", ["Gia"] = written }, "sai")));
        Assert.Equal([amount, null], (await FoundAsync(PortalRig.Waiting, PortalRig.Right)).Fees.Select(fee => fee.Amount));
    }

    [Fact]
    public async Task A_code_of_the_portals_own_stands_behind_the_one_on_the_receipt()
    {
        var dossier = Changed("MaHoSo", "HS/2026/77");
        dossier["MaHoSoKhac"] = "H37.15-261102-0078";
        rig.Portal.Hold(dossier);
        var found = await FoundAsync(DossierCode.Parse("H37.15-261102-0078")!.Value, PortalRig.Right);
        Assert.Equal(("H37.15-261102-0078", "HS/2026/77"), (found.Code, found.OtherCode));
    }

    [Fact]
    public async Task Of_several_dossiers_the_one_that_was_asked_for_is_taken()
    {
        rig.Portal.Faults.Next(StandIns.Serving.Fault.Refuse(PortalStandIn.Tells(InventedDossiers.Odd(), InventedDossiers.Waiting())));
        Assert.Equal(PortalRig.Waiting.Text, (await FoundAsync(PortalRig.Waiting, PortalRig.Right)).Code);
    }

    [Fact]
    public async Task Neither_names_nor_numbers_are_kept_or_logged_and_of_strangers_nothing_at_all()
    {
        await FoundAsync(PortalRig.Waiting, PortalRig.Right);
        await rig.AskAsync(Odd, PortalRig.Wrong);
        var stored = rig.Database.Read(session => session.Query("SELECT code, source, body FROM dossiers", row => (row.GetString(0), row.GetString(1), Encoding.UTF8.GetString(row.GetFieldValue<byte[]>(2)))));
        var (code, source, body) = Assert.Single(stored);
        Assert.Equal((PortalRig.Waiting.Text, "portal"), (code, source));
        foreach (var secret in (string[])["Nông", "0900001234", "020000005678"])
        {
            Assert.DoesNotContain(secret, body);
            Assert.Equal(0, rig.Log.Count(secret));
        }
    }

    private static JsonObject Changed(string field, JsonNode value)
    {
        var dossier = InventedDossiers.Waiting();
        dossier[field] = value;
        return dossier;
    }

    private async Task<Dossier> FoundAsync(DossierCode code, string verifier)
    {
        var found = Assert.IsType<LookUp.Found>(await rig.AskAsync(code, verifier));
        Assert.False(found.IsLastKnown);
        return found.Dossier;
    }
}
