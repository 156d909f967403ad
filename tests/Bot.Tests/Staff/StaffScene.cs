using Bot.Staff.Accounts;
using Bot.Staff.Audit;
using Bot.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Staff;

/// <summary>The assistant with accounts, an administrator "hoa" among them, all of one password; and the phones that make their codes.</summary>
internal sealed class StaffScene : IAsyncDisposable
{
    public const string Password = "mưa rơi trên mái ngói";

    private readonly List<Visitor> visitors = [];

    private StaffScene(params (string Key, string Value)[] settings) => Bot = new TestBot(Time, settings: settings);

    public ManualTime Time { get; } = new();

    public TestBot Bot { get; }

    public StaffStore Store => Bot.Services.GetRequiredService<StaffStore>();

    /// <summary>The audit log, the oldest first.</summary>
    public IEnumerable<string> Told => Bot.Services.GetRequiredService<AuditLog>().Before(long.MaxValue, 100)
        .Select(e => $"{e.Event} {e.Actor} {e.Subject} {e.Detail}".TrimEnd()).Reverse();

    public static async Task<StaffScene> BeginAsync(params (string Key, string Value)[] settings)
    {
        var scene = new StaffScene(settings);
        await scene.AddAsync("hoa", StaffRole.Administrator);
        return scene;
    }

    /// <summary>Adds an account whose second factor is enrolled.</summary>
    public async Task<StaffAccount> AddAsync(string name, StaffRole role, bool isTemporary = false)
    {
        using var services = Bot.Services.CreateScope();
        Assert.Null(await services.ServiceProvider.GetRequiredService<StaffDesk>().AddAsync(name, role, Password, isTemporary, AuditEntry.Operator));
        var users = services.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        var account = (await users.FindByNameAsync(name))!;
        await users.ResetAuthenticatorKeyAsync(account);
        await users.SetTwoFactorEnabledAsync(account, true);
        return account;
    }

    public Visitor Visitor()
    {
        var visitor = new Visitor(Bot, Time);
        visitors.Add(visitor);
        return visitor;
    }

    /// <summary>The next code of somebody's phone; a half minute passes, since each is good once.</summary>
    public string Code(string name)
    {
        Time.Advance(TimeSpan.FromSeconds(30));
        return Totp.Code(Store.FindByKey(name)!.Secret!, Totp.Step(Time.GetUtcNow()));
    }

    /// <summary>Somebody signed in.</summary>
    public async Task<Visitor> SignedInAsync(string name)
    {
        var visitor = Visitor();
        Assert.Equal(StaffAddresses.SecondFactor, (await visitor.PasswordAsync(name, Password)).Location);
        Assert.Equal(StaffAddresses.Root, (await visitor.PostAsync(StaffAddresses.SecondFactor, null, ("Code", Code(name)))).Location);
        return visitor;
    }

    public ValueTask DisposeAsync()
    {
        visitors.ForEach(visitor => visitor.Dispose());
        return Bot.DisposeAsync();
    }
}
