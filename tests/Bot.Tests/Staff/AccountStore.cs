using Bot.Staff.Accounts;
using Bot.Staff.Audit;
using Bot.Storage;
using Bot.Tests.Hosting;
using Bot.Tests.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Staff;

/// <summary>A store with accounts, as one node and as another see it.</summary>
public abstract class AccountStore(TestData data) : OpenedStore(data)
{
    protected const string Password = "mưa rơi trên mái ngói";

    private readonly List<ServiceProvider> nodes = [];

    private protected StaffStore Store => Of<StaffStore>();

    private protected StaffDesk Desk => Of<StaffDesk>();

    private protected StaffAttempts Attempts => Of<StaffAttempts>();

    private protected AuditLog Audit => Of<AuditLog>();

    private protected UserManager<StaffAccount> Users => Of<UserManager<StaffAccount>>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        nodes.Add(Node(Database));
    }

    public override async Task DisposeAsync()
    {
        foreach (var node in nodes) await node.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>The accounts as another process sees them.</summary>
    private protected ServiceProvider Node(Database database) => new ServiceCollection().AddLogging().AddSingleton(database).AddSingleton<TimeProvider>(Time)
        .AddSingleton<Keys>().AddSingleton<KeyedHash>().AddStaffAccounts(new StaffOptions()).Services.BuildServiceProvider();

    private protected async Task<StaffAccount> AddAsync(string name, StaffRole role = StaffRole.Editor)
    {
        Assert.Null(await Desk.AddAsync(name, role, Password, isTemporary: false, "chị Hoa"));
        return (await Users.FindByNameAsync(name))!;
    }

    /// <summary>The audit log, the oldest first.</summary>
    private protected List<string> Told() =>
        [.. Audit.Before(long.MaxValue, 100).Select(e => $"{e.Event} {e.Actor} {e.Subject} {e.Detail}".TrimEnd()).Reverse()];

    private T Of<T>() where T : notnull => nodes[0].GetRequiredService<T>();
}
