using Bot.Staff.Accounts;

namespace Bot.Staff.Notices;

/// <summary>The addresses of the pages on which notices are kept.</summary>
public static class NoticeAddresses
{
    public const string All = StaffAddresses.Root + "/van-ban";
    public const string New = All + "/moi";
    public const string Coverage = All + "/do-phu";
    public const string Publishing = StaffAddresses.Root + "/xuat-ban";
    public const string History = StaffAddresses.Root + "/phien-ban";

    /// <summary>The editor of a notice.</summary>
    public static string Of(NoticeFile file) => $"{All}/{file.Folder}/{file.Name}";

    public static string Preview(NoticeFile file, string? section = null) =>
        $"{Of(file)}/xem" + (section is null ? "" : "?muc=" + Uri.EscapeDataString(section));

    public static string Try(NoticeFile file) => $"{Of(file)}/thu";

    public static string Publish(NoticeFile file) => $"{Publishing}/{file.Folder}/{file.Name}";

    public static string Versions(NoticeFile file) => $"{History}/{file.Folder}/{file.Name}";
}
