namespace Bot.Staff.Accounts;

/// <summary>The addresses of the pages that others lead to.</summary>
public static class StaffAddresses
{
    public const string Root = "/nhan-vien";
    public const string SignIn = Root + "/dang-nhap";
    public const string SecondFactor = Root + "/ma-xac-thuc";
    public const string Enrol = Root + "/cai-ma-xac-thuc";
    public const string SignOut = Root + "/dang-xuat";
    public const string MyAccount = Root + "/tai-khoan-cua-toi";
    public const string Urgent = Root + "/khan-cap";
    public const string Figures = Root + "/so-lieu";
    public const string FiguresFile = Figures + ".csv";
    public const string Accounts = Root + "/tai-khoan";
    public const string Audit = Root + "/nhat-ky";
    public const string Unanswered = Root + "/chua-tra-loi";
}
