using Bot.Recognizers;

namespace Bot.Dossiers.Import;

/// <summary>Reads the rows of an export with the headers and states that the mapping knows.</summary>
public sealed class DossierRows
{
    private const int LongestCell = 4000;
    private const int MostUnknown = 100;

    /// <summary>The national fields that are understood.</summary>
    public static readonly string[] Fields =
    [
        "MaHoSo", "MaHoSoKhac", "MaTTHC", "TenTTHC", "ChuHoSo", "SoDienThoai", "SoGiayToChuHoSo", "NgayNopHoSo", "NgayTiepNhan", "NgayHenTra",
        "NgayKetThucXuLy", "NgayTra", "TrangThaiHoSo", "DonViXuLy", "GhiChu", "HinhThuc",
    ];

    private readonly Dictionary<string, int> places = [];
    private readonly DossierMapping mapping;
    private readonly Agencies agencies;

    public DossierRows(string[] headers, DossierMapping mapping, Agencies agencies)
    {
        (this.mapping, this.agencies) = (mapping, agencies);
        var unknown = new List<string>();
        for (var i = 0; i < headers.Length; i++)
        {
            var folded = NationalStates.Folded(headers[i]);
            var field = mapping.Headers.GetValueOrDefault(folded) ?? Array.Find(Fields, f => NationalStates.Folded(f) == folded);
            if (field is null) unknown.Add(headers[i]);
            else places.TryAdd(field, i);
        }
        UnknownHeaders = unknown;
    }

    public IReadOnlyList<string> UnknownHeaders { get; }

    /// <summary>The states that were met and are not national, the first hundred.</summary>
    public SortedSet<string> UnknownStates { get; } = [];

    /// <summary>The fields without which no row can be read and that no header names.</summary>
    public IEnumerable<string> Missing => ((string[])["MaHoSo", "TrangThaiHoSo"]).Where(name => !places.ContainsKey(name));

    public ReadDossier Read(string[] cells)
    {
        string Of(string field) => places.TryGetValue(field, out var at) && at < cells.Length ? cells[at] : "";
        if (Code(Of("MaHoSo")) is not { } code) return ReadDossier.Bad(null, Of("MaHoSo").Length == 0 ? "thiếu mã hồ sơ" : "mã hồ sơ không đọc được");
        if (!agencies.Have(code)) return ReadDossier.Bad(null, "mã hồ sơ của cơ quan khác");
        // A quote that is not closed takes the rows below into its cell.
        if (Array.Exists(cells, cell => cell.Length > LongestCell))
            return ReadDossier.Bad(code, $"có ô dài hơn {LongestCell} ký tự; có thể thiếu dấu ngoặc kép đóng");
        var (phone, identity) = (OwnerProof.End(Of("SoDienThoai")), OwnerProof.End(Of("SoGiayToChuHoSo")));
        if (phone is null && identity is null) return ReadDossier.Bad(code, "không có số điện thoại hay số giấy tờ để đối chiếu");
        var dates = new VietnamMoment?[5];
        string[] names = ["NgayNopHoSo", "NgayTiepNhan", "NgayHenTra", "NgayKetThucXuLy", "NgayTra"];
        for (var i = 0; i < names.Length; i++)
            if (!ImportDate.TryRead(Of(names[i]), out dates[i])) return ReadDossier.Bad(code, $"{names[i]} không phải là ngày có thật");
        if (Of("TrangThaiHoSo") is not { Length: > 0 } written) return ReadDossier.Bad(code, "thiếu trạng thái");
        var state = mapping.States.TryGetValue(NationalStates.Folded(written), out var mapped) ? mapped : NationalStates.Read(written);
        if (state is null && UnknownStates.Count < MostUnknown) UnknownStates.Add(written);
        var mayBeOpen = state == NationalStates.Done && mapping.NineMayBeOpen;
        if ((Some(Of("TenTTHC")) ?? Some(Of("MaTTHC"))) is not { } procedure) return ReadDossier.Bad(code, "thiếu tên và mã thủ tục");
        return new ReadDossier(code, new Dossier
        {
            Code = code, OtherCode = Code(Of("MaHoSoKhac")) is { } other && other != code ? other : null,
            ProcedureCode = Some(Of("MaTTHC")), Procedure = procedure, Applicant = Masked.Name(Of("ChuHoSo")),
            State = state, MayBeOpen = mayBeOpen, StateLabel = NationalStates.Label(state, written),
            Submitted = dates[0], Received = dates[1], Due = dates[2], Finished = mayBeOpen ? null : dates[3], Returned = dates[4],
            Unit = Some(Of("DonViXuLy")), Note = Some(Of("GhiChu")), IsByPost = NationalHandOver.IsByPost(Of("HinhThuc")),
        }, phone, identity, null);
    }

    private static string? Code(string text) => DossierCode.ParseWhole(text)?.Text;

    private static string? Some(string text) => text.Length == 0 ? null : text;
}
