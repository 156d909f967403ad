using System.Text.Json.Nodes;

namespace StandIns.Portal;

/// <summary>Dossiers that nobody submitted, in the fields of the national sync services.</summary>
public static class InventedDossiers
{
    /// <summary>Waits for papers; the phone ends in 1234, the identity number in 5678.</summary>
    public static JsonObject Waiting() => Parsed(
        """
        {
          "MaHoSo": "H37.15-261102-0007", "MaHoSoKhac": "", "MaTTHC": "1.012289", "TenTTHC": "Cấp mới giấy phép hành nghề đối với chức danh điều dưỡng",
          "ChuHoSo": "Nông Thị Mẫu", "SoDienThoai": "0900001234", "SoGiayToChuHoSo": "020000005678", "TrangThaiHoSo": "5",
          "NgayNopHoSo": "20261101213005", "NgayTiepNhan": "20261102081500", "NgayHenTra": "20261214000000", "NgayKetThucXuLy": "", "NgayTra": "",
          "HinhThuc": "1", "DonViXuLy": "", "ThongTinTra": "", "GhiChu": "Hồ sơ bịa để dùng thử, không có thật.",
          "DanhSachHoSoBoSung": [
            { "NguoiYeuCauBoSung": "Cán bộ Mẫu", "NoiDungBoSung": "Bản sao văn bằng", "NgayBoSung": "20261110093000", "NgayHenTraTruoc": "20261207000000", "NgayHenTraMoi": "20261214000000" },
            { "NguoiYeuCauBoSung": "Cán bộ Mẫu", "NoiDungBoSung": "Ảnh 4×6", "NgayBoSung": "20261105093000", "NgayHenTraTruoc": "", "NgayHenTraMoi": "20261207000000" }
          ],
          "DanhSachLePhi": [{ "TenPhiLePhi": "Phí thẩm định", "MaPhiLePhi": "P01", "HinhThucThu": "1", "Gia": "360000", "LoaiPhiLePhi": "1" }],
          "TienDo": [
            { "ThoiDiemXuLy": "20261110093000", "PhongBanXuLy": "Phòng Nghiệp vụ Y", "NoiDungXuLy": "Yêu cầu bổ sung", "TrangThai": "5" },
            { "ThoiDiemXuLy": "20261102081500", "PhongBanXuLy": "Bộ phận một cửa", "NoiDungXuLy": "Tiếp nhận", "TrangThai": "2" }
          ]
        }
        """);

    /// <summary>Done, with two codes; the phone ends in 2468.</summary>
    public static JsonObject Done() => Parsed(
        """
        {
          "MaHoSo": "000.00.15.H37-261005-0031", "MaHoSoKhac": "H37.15-261005-48213", "MaTTHC": "1.013855", "TenTTHC": "Cấp giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm",
          "ChuHoSo": "Quán ăn Mẫu", "SoDienThoai": "0900 002 468", "SoGiayToChuHoSo": "", "TrangThaiHoSo": 9,
          "NgayTiepNhan": "20261005100000", "NgayHenTra": "20261026170000", "NgayKetThucXuLy": "20261023153000",
          "HinhThuc": 0, "DonViXuLy": "Chi cục An toàn vệ sinh thực phẩm", "ThongTinTra": "Trả tại quầy", "GhiChu": "Hồ sơ bịa để dùng thử, không có thật.", "TienDo": []
        }
        """);

    /// <summary>In a state that is the portal's own; the phone ends in 1357.</summary>
    public static JsonObject Odd() => Parsed(
        """
        {
          "MaHoSo": "H37.15-261109-0002", "TenTTHC": "Công bố cơ sở đủ điều kiện tiêm chủng", "ChuHoSo": "Phòng khám Mẫu", "SoDienThoai": "0900001357",
          "TrangThaiHoSo": "Chờ thẩm định thực địa", "NgayTiepNhan": "20261109080000", "NgayHenTra": "hai tuần nữa", "GhiChu": "Hồ sơ bịa để dùng thử, không có thật."
        }
        """);

    private static JsonObject Parsed(string json) => JsonNode.Parse(json)!.AsObject();
}
