using Bot.Recognizers;

namespace Bot.Dossiers.Import;

/// <summary>Reads the rows of an export with the headers and states that the mapping knows.</summary>
public sealed class DossierRows
{
    /// <summary>The national fields that are understood.</summary>
    public static readonly string[] Fields =
    [
        "MaHoSo", "MaHoSoKhac", "MaTTHC", "TenTTHC", "ChuHoSo", "SoDienThoai", "SoGiayToChuHoSo", "NgayNopHoSo", "NgayTiepNhan", "NgayHenTra",
        "NgayKetThucXuLy", "NgayTra", "TrangThaiHoSo", "DonViXuLy", "GhiChu", "HinhThuc",
    ];

    private readonly Dictionary<string, int> places = [];
    private readonly DossierMapping mapping;

    public DossierRows(string[] headers, DossierMapping mapping)
    {
        this.mapping = mapping;
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

    /// <summary>The states that were met and are not national.</summary>
    public SortedSet<string> UnknownStates { get; } = [];

    /// <summary>The fields without which no row can be read and that no header names.</summary>
    public IEnumerable<string> Missing => ((string[])["MaHoSo", "TrangThaiHoSo"]).Where(name => !places.ContainsKey(name));

    public ReadDossier Read(string[] cells)
    {
        string Of(string field) => places.TryGetValue(field, out var at) && at < cells.Length ? cells[at] : "";
        if (Code(Of("MaHoSo")) is not { } code) return ReadDossier.Bad(null, Of("MaHoSo").Length == 0 ? "thiếu mã hồ sơ" : "mã hồ sơ không đọc được");
        var (phone, identity) = (End(Of("SoDienThoai")), End(Of("SoGiayToChuHoSo")));
        if (phone is null && identity is null) return ReadDossier.Bad(code, "không có số điện thoại hay số giấy tờ để đối chiếu");
        var dates = new VietnamMoment?[5];
        string[] names = ["NgayNopHoSo", "NgayTiepNhan", "NgayHenTra", "NgayKetThucXuLy", "NgayTra"];
        for (var i = 0; i < names.Length; i++)
            if (!ImportDate.TryRead(Of(names[i]), out dates[i])) return ReadDossier.Bad(code, $"{names[i]} không phải là ngày có thật");
        if (Of("TrangThaiHoSo") is not { Length: > 0 } written) return ReadDossier.Bad(code, "thiếu trạng thái");
        var state = mapping.States.TryGetValue(NationalStates.Folded(written), out var mapped) ? mapped : NationalStates.Read(written);
        if (state is null) UnknownStates.Add(written);
        if ((Some(Of("TenTTHC")) ?? Some(Of("MaTTHC"))) is not { } procedure) return ReadDossier.Bad(code, "thiếu tên và mã thủ tục");
        return new ReadDossier(code, new Dossier
        {
            Code = code, OtherCode = Code(Of("MaHoSoKhac")) is { } other && other != code ? other : null,
            ProcedureCode = Some(Of("MaTTHC")), Procedure = procedure, Applicant = Masked.Name(Of("ChuHoSo")),
            State = state, StateLabel = state is { } number && int.TryParse(written, out _) ? NationalStates.Label(number) : written,
            Submitted = dates[0], Received = dates[1], Due = dates[2], Finished = dates[3], Returned = dates[4],
            Unit = Some(Of("DonViXuLy")), Note = Some(Of("GhiChu")), IsByPost = Of("HinhThuc") switch { "0" => false, "1" => true, _ => null },
        }, phone, identity, null);
    }

    // The whole cell, or a code that is quoted in a remark would be taken for the dossier's own.
    private static string? Code(string text) => text.Length is > 0 and < 64 && string.IsNullOrWhiteSpace(DossierCode.Without(text)) ? DossierCode.Parse(text)?.Text : null;

    private static string? End(string number) => string.Concat(number.Where(char.IsAsciiDigit)) is { Length: >= 4 } digits ? digits[^4..] : null;

    private static string? Some(string text) => text.Length == 0 ? null : text;
}
