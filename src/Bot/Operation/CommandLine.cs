namespace Bot.Operation;

/// <summary>What is given after the program's name.</summary>
public static class CommandLine
{
    /// <summary>The commands; without one the server starts.</summary>
    public const string Usage =
        """
        Không có lệnh: chạy trợ lý. Cài đặt viết --Tên=giá-trị (README.md, mục Settings). Các lệnh:
            check [THƯ-MỤC] [--today NGÀY]          đọc nội dung, in mọi lỗi
            gate THƯ-MỤC                            nội dung mới đổi câu trả lời nào
            notice import TỆP.docx [--into THƯ-MỤC] văn bản Word thành bản nháp
            dossiers import TỆP | look-ups MÃ       nhập hồ sơ; ai đã tra một hồ sơ
            deliveries list | send-again [CUỘC]     câu trả lời chưa gửi được
            staff add|list|lock|unlock|reset TÊN    tài khoản nhân viên
            messenger-profile                       lời chào và menu trên Facebook
        """;

    /// <summary>The exit code where the words begin no command, so that a slip does not start a second server; null where they are settings only.</summary>
    public static int? Refused(string[] arguments, TextWriter output, TextWriter errors)
    {
        if (arguments is ["--help" or "-h" or "-?" or "help", ..])
        {
            output.WriteLine(Usage);
            return 0;
        }
        if (arguments is not [var first, ..] || first.StartsWith('-') || first.StartsWith('/')) return null;
        errors.WriteLine($"Không có lệnh «{first}».");
        errors.WriteLine(Usage);
        return 2;
    }
}
