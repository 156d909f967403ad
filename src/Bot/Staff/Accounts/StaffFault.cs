using Microsoft.AspNetCore.Identity;

namespace Bot.Staff.Accounts;

/// <summary>Why an account could not be made or changed: each by the key of what the pages say, and as the operator reads it at the command line.</summary>
public static class StaffFault
{
    public const string Name = "fault.name";
    public const string Taken = "fault.taken";
    public const string Password = "fault.password";
    public const string WrongPassword = "fault.wrong-password";
    public const string Different = "fault.different";
    public const string LastAdministrator = "fault.last-administrator";
    public const string Meanwhile = "fault.meanwhile";

    public static IdentityResult Result(string fault) => IdentityResult.Failed(new IdentityError { Code = fault });

    /// <summary>The fault of a result; null where there is none.</summary>
    public static string? Of(IdentityResult result) => result.Errors.FirstOrDefault()?.Code;

    /// <summary>The line for the operator.</summary>
    public static string Line(string fault) => fault switch
    {
        Name => "Tên đăng nhập gồm 2 đến 40 chữ cái, chữ số, dấu chấm hoặc gạch nối, không có dấu cách.",
        Taken => "Đã có tài khoản tên này.",
        Password => $"Mật khẩu phải dài từ {PasswordRule.Shortest} đến {PasswordRule.Longest} ký tự, "
            + $"có ít nhất {PasswordRule.FewestLetters} ký tự khác nhau và không chỉ là tên đăng nhập.",
        LastAdministrator => "Đây là quản trị viên cuối cùng còn dùng được; hãy thêm một quản trị viên khác trước.",
        _ => "Tài khoản vừa được người khác sửa; hãy làm lại.",
    };
}
