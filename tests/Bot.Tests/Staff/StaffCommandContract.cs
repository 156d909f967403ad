using Bot.Staff.Accounts;
using Bot.Tests.Hosting;

namespace Bot.Tests.Staff;

/// <summary>The command "staff", from its arguments to its exit code, over either store.</summary>
public abstract class StaffCommandContract(TestData data) : AccountStore(data)
{
    [Fact]
    public async Task Accounts_are_added_listed_locked_and_unlocked()
    {
        Assert.Equal((0, ""), Bare(await RunAsync("add", "an", "--role", "administrator")));
        Assert.Equal((0, ""), Bare(await RunAsync("add", "binh", "--role=editor")));
        Assert.Equal(0, (await RunAsync("lock", "BINH")).Code);
        Assert.Equal("an administrator chưa cài mã xác thực\nbinh editor đã khóa chưa cài mã xác thực\n", (await RunAsync("list")).Output);
        Assert.Equal(0, (await RunAsync("unlock", "binh")).Code);
        Assert.True(await Users.CheckPasswordAsync(Store.FindByKey("an")!, Password));
        Assert.Equal(["added (staff) an administrator", "added (staff) binh editor", "locked (staff) binh", "unlocked (staff) binh"], Told());
    }

    [Fact]
    public async Task Who_lost_password_and_phone_begins_anew()
    {
        var account = await AddAsync("an", StaffRole.Administrator);
        await Users.ResetAuthenticatorKeyAsync(account);
        await Users.SetTwoFactorEnabledAsync(account, true);
        Assert.Equal((0, ""), Bare(await RunAsync("reset", "an")));
        Assert.True(Store.Find(account.Id) is { IsTemporary: true, IsEnrolled: false, Secret: null });
    }

    [Theory]
    [InlineData("Tên đăng nhập", "add", "a b", "--role", "editor")]
    [InlineData("Đã có tài khoản", "add", "AN", "--role", "editor")]
    [InlineData("Không có tài khoản", "lock", "ai")]
    [InlineData("quản trị viên cuối cùng", "lock", "an")]
    public async Task What_cannot_be_done_is_told_in_one_line(string told, params string[] arguments)
    {
        await AddAsync("an", StaffRole.Administrator);
        var (code, output, errors) = await RunAsync(arguments);
        Assert.Equal((1, ""), (code, output));
        Assert.Contains(told, Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [InlineData]
    [InlineData("add", "an")]
    [InlineData("add", "an", "--role", "boss")]
    [InlineData("add", "an", "--role", "1")]
    [InlineData("delete", "an")]
    [InlineData("list", "--all")]
    public async Task What_is_not_understood_shows_how_it_is_used(params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("Cách dùng: staff add", errors);
        Assert.Empty(Store.All());
    }

    [Fact]
    public async Task A_weak_password_or_none_adds_nobody()
    {
        Assert.Contains("Mật khẩu phải dài", (await RunWithAsync("12345678", "add", "an", "--role", "editor")).Errors);
        Assert.Contains("Không đọc được mật khẩu", (await RunWithAsync(null, "add", "an", "--role", "editor")).Errors);
        Assert.Empty(Store.All());
    }

    private Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) => RunWithAsync(Password, arguments);

    private async Task<(int Code, string Output, string Errors)> RunWithAsync(string? password, params string[] arguments)
    {
        var (output, errors) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var store = Data.Options.Postgres is { } connection ? "--Storage:Postgres=" + connection : "--Data:Path=" + Data.Options.Path;
        var code = await StaffCommand.RunAsync([.. arguments, store], Time, () => password, output, errors);
        return (code, output.ToString(), errors.ToString());
    }

    private static (int Code, string Errors) Bare((int Code, string Output, string Errors) run) => (run.Code, run.Errors);
}
