using Bot.Staff.Audit;
using Bot.Storage;
using Microsoft.AspNetCore.Identity;

namespace Bot.Staff.Accounts;

/// <summary>"staff add NAME --role ROLE | list | lock NAME | unlock NAME | reset NAME": the accounts, by the operator; works beside the running server.</summary>
public sealed class StaffCommand(StaffStore store, StaffDesk desk, UserManager<StaffAccount> users, Func<string?> password, TextWriter output)
{
    private const string Usage =
        """
        Cách dùng: staff add TÊN --role administrator|publisher|editor   (mật khẩu đọc từ đầu vào chuẩn)
                   staff list | staff lock TÊN | staff unlock TÊN
                   staff reset TÊN   (mật khẩu mới, cài lại mã xác thực khi đăng nhập)
            [--Data:Path=… | --Storage:Postgres=…]
        """;

    private const string Unlike = "Không đọc được mật khẩu, hoặc hai lần nhập không giống nhau.";

    private static readonly string[] Settings = ["--Data:Path=", "--Storage:Postgres="];

    /// <summary>Runs the command and returns the exit code: 0 done, 1 refused, 2 not understood.</summary>
    /// <param name="password">Reads a new password; null when it was typed in two ways.</param>
    public static Task<int> RunAsync(string[] arguments, TimeProvider time, Func<string?> password, TextWriter output, TextWriter errors)
    {
        var settings = arguments.Where(a => Settings.Any(setting => a.StartsWith(setting, StringComparison.OrdinalIgnoreCase))).ToArray();
        string[] words = [.. arguments.Except(settings).SelectMany(a => a.StartsWith("--role=", StringComparison.Ordinal) ? a.Split('=', 2) : [a])];
        return StoreCommand.RunAsync(settings, errors, async (_, database) =>
        {
            await using var services = Services(database, time);
            using var scope = services.CreateScope();
            var command = ActivatorUtilities.CreateInstance<StaffCommand>(scope.ServiceProvider, password, output);
            if (await command.DoAsync(words) is not { } refusal) return 0;
            errors.WriteLine(refusal);
            return refusal == Usage ? 2 : 1;
        });
    }

    private async Task<string?> DoAsync(string[] words)
    {
        switch (words)
        {
            case ["add", var name, "--role", var role] when StaffRoles.Find(role) is { } found:
                return await AddAsync(name, found);
            case ["list"]:
                foreach (var account in store.All()) output.WriteLine(Line(account));
                return null;
            case ["lock" or "unlock" or "reset", var name]:
                return await users.FindByNameAsync(name) is { } known ? await ChangeAsync(words[0], known) : $"Không có tài khoản {name}.";
            default:
                return Usage;
        }
    }

    private async Task<string?> AddAsync(string name, StaffRole role)
    {
        if (password() is not { } text) return Unlike;
        var fault = await desk.AddAsync(name, role, text, isTemporary: false, AuditEntry.Operator);
        return Told(fault, $"Đã thêm {name} ({role.Name()}); đăng nhập ở {StaffAddresses.Root}, lần đầu sẽ cài mã xác thực.");
    }

    private async Task<string?> ChangeAsync(string word, StaffAccount account)
    {
        if (word == "lock") return Told(await desk.LockAsync(account, AuditEntry.Operator), $"Đã khóa {account.Name}; mọi phiên đã kết thúc.");
        if (word == "unlock") return Told(await desk.UnlockAsync(account, AuditEntry.Operator), $"Đã mở khóa {account.Name}.");
        if (password() is not { } text) return Unlike;
        var fault = await desk.GivePasswordAsync(account, text, AuditEntry.Operator) ?? await desk.ResetFactorAsync(account, AuditEntry.Operator);
        return Told(fault, $"Đã đặt mật khẩu mới cho {account.Name}; khi đăng nhập phải cài lại mã xác thực và đổi mật khẩu.");
    }

    private static string Line(StaffAccount account) =>
        $"{account.Name} {account.Role.Name()}{(account.IsLocked ? " đã khóa" : "")}{(account.IsEnrolled ? "" : " chưa cài mã xác thực")}";

    private string? Told(string? fault, string done)
    {
        if (fault is null) output.WriteLine(done);
        return fault is null ? null : StaffFault.Line(fault);
    }

    private static ServiceProvider Services(Database database, TimeProvider time)
    {
        // Not disposed with the services: whoever opened it closes it.
        var services = new ServiceCollection().AddLogging().AddSingleton(database).AddSingleton(time).AddSingleton<Keys>().AddSingleton<KeyedHash>();
        services.AddStaffAccounts(new StaffOptions());
        return services.BuildServiceProvider();
    }
}
