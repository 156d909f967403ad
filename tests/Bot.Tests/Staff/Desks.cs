using Bot.Staff.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Staff;

/// <summary>What a host does to accounts beside its pages.</summary>
internal static class Desks
{
    /// <summary>Does something to the accounts that must succeed.</summary>
    public static async Task AtDeskAsync(this IServiceProvider services, Func<StaffDesk, Task<string?>> change)
    {
        using var scope = services.CreateScope();
        Assert.Null(await change(scope.ServiceProvider.GetRequiredService<StaffDesk>()));
    }
}
