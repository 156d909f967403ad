using System.Collections.Concurrent;
using System.Text.Json;
using Bot.Recognizers;
using Bot.Storage;

namespace Bot.Dossiers.Portal;

/// <summary>Reads a dossier as the national sync services write it (HoSo); names are masked and numbers hashed here, before anything holds them.</summary>
public sealed class HoSoReader(PortalOptions options, KeyedHash hash, ILogger<HoSoReader> logger)
{
    private const int MostLabels = 100;

    private readonly ConcurrentDictionary<string, bool> unknownLabels = new();

    /// <summary>The dossier that was asked for, out of those that the portal answered; null when it answered none.</summary>
    /// <exception cref="PortalException">It answered others: whose they are nobody asked.</exception>
    internal PortalDossier? Read(IReadOnlyList<JsonElement> answered, DossierCode asked, DateTimeOffset at)
    {
        if (answered.Count == 0) return null;
        foreach (var name in (string[])["MaHoSo", "MaHoSoKhac"])
            foreach (var hoSo in answered)
                if (Code(hoSo, name) == asked.Text)
                    return Read(hoSo, asked, at);
        throw new PortalException("The portal answered with another dossier than the one it was asked for.");
    }

    private PortalDossier Read(JsonElement hoSo, DossierCode asked, DateTimeOffset at)
    {
        // A code of the portal's own making is no code that a receipt bears.
        var (code, other) = Code(hoSo, "MaHoSo") is { } own ? (own, Code(hoSo, "MaHoSoKhac") ?? hoSo.Text("MaHoSoKhac")) : (asked.Text, hoSo.Text("MaHoSo"));
        var (state, label) = State(hoSo.Text("TrangThaiHoSo"));
        var mayBeOpen = state == NationalStates.Done && options.NineMayBeOpen;
        return new PortalDossier(
            new Dossier
            {
                Code = code, OtherCode = other == code ? null : other,
                ProcedureCode = hoSo.Text("MaTTHC"), Procedure = hoSo.Text("TenTTHC") ?? hoSo.Text("MaTTHC") ?? "",
                Applicant = Masked.Name(hoSo.Text("ChuHoSo") ?? ""),
                State = state, MayBeOpen = mayBeOpen, StateLabel = label,
                Submitted = Moment(hoSo, "NgayNopHoSo"), Received = Moment(hoSo, "NgayTiepNhan"), Due = Moment(hoSo, "NgayHenTra"),
                Finished = mayBeOpen ? null : Moment(hoSo, "NgayKetThucXuLy") ?? Moment(hoSo, "NgayTuChoi"), Returned = Moment(hoSo, "NgayTra"),
                Unit = hoSo.Text("DonViXuLy") ?? LastUnit(hoSo), Note = Note(hoSo),
                IsByPost = NationalHandOver.IsByPost(hoSo.Text("HinhThuc")),
                Supplements = [.. hoSo.Items("DanhSachHoSoBoSung").Select(Supplement).OrderBy(asked => asked.Asked?.Day).ThenBy(asked => asked.Asked?.Time)],
                Fees = [.. hoSo.Items("DanhSachLePhi").Select(fee => new Fee(fee.Text("TenPhiLePhi") ?? "", fee.Sum("Gia")))],
                AsOf = at,
            },
            OwnerProof.Of(hash, code, hoSo.Text("SoDienThoai"), hoSo.Text("SoGiayToChuHoSo")));
    }

    private static string? Code(JsonElement hoSo, string name) => hoSo.Text(name) is { } text ? DossierCode.ParseWhole(text)?.Text : null;

    private (int? State, string Label) State(string? written)
    {
        var state = written is null ? null : NationalStates.Read(written);
        if (state is null) Meet(written ?? "");
        return (state, NationalStates.Label(state, written ?? ""));
    }

    private void Meet(string label)
    {
        if (unknownLabels.Count < MostLabels && unknownLabels.TryAdd(label, true))
            logger.LogWarning("The portal has a state that is not national: «{Label}»; it is shown as it is", label);
    }

    private VietnamMoment? Moment(JsonElement of, string name)
    {
        if (!of.TryMoment(name, out var moment)) logger.LogWarning("The portal wrote something in {Field} that is no date; it is left out", name);
        return moment;
    }

    private Supplement Supplement(JsonElement asking) => new(asking.Text("NoiDungBoSung") ?? "", Moment(asking, "NgayBoSung"), Moment(asking, "NgayHenTraMoi"));

    // Dates of this form are in order as texts.
    private static string? LastUnit(JsonElement hoSo) =>
        hoSo.Items("TienDo").OrderBy(step => step.Text("ThoiDiemXuLy"), StringComparer.Ordinal).LastOrDefault().Text("PhongBanXuLy");

    private static string? Note(JsonElement hoSo) =>
        string.Join('\n', new[] { hoSo.Text("ThongTinTra"), hoSo.Text("GhiChu") }.OfType<string>().Distinct()) is { Length: > 0 } note ? note : null;
}
