using Bot.Staff.Accounts;
using Bot.Storage;
using Bot.Tests.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Staff;

/// <summary>Accounts in the store, whichever it is.</summary>
public abstract class AccountContract(TestData data) : AccountStore(data)
{
    [Fact]
    public async Task An_account_is_read_as_it_was_written_and_found_however_its_name_is_typed()
    {
        Assert.False(Store.HasAdministrator);
        var added = await AddAsync("Nguyễn.An", StaffRole.Administrator);
        Assert.True(Store.HasAdministrator);
        await Users.ResetAuthenticatorKeyAsync(added);
        await Users.SetTwoFactorEnabledAsync(added, true);
        await using var other = Data.Open();
        await using var node = Node(other);
        var read = (await node.GetRequiredService<UserManager<StaffAccount>>().FindByNameAsync(" nguyễn.AN ".Normalize(System.Text.NormalizationForm.FormD)))!;
        Assert.Equal(
            (added.Id, "Nguyễn.An", StaffRole.Administrator, false, added.Stamp, added.Secret, true, false, Time.GetUtcNow(), 3L),
            (read.Id, read.Name, read.Role, read.IsTemporary, read.Stamp, read.Secret, read.IsEnrolled, read.IsLocked, read.Created, read.Version));
        Assert.True(await Users.CheckPasswordAsync(read, Password.Normalize(System.Text.NormalizationForm.FormD)));
        Assert.False(await Users.CheckPasswordAsync(read, Password + "."));
        Assert.DoesNotContain(Password, read.Password);
    }

    [Theory]
    [InlineData("a", Password, StaffFault.Name)]
    [InlineData("an binh", Password, StaffFault.Name)]
    [InlineData("<script>", Password, StaffFault.Name)]
    [InlineData("../an", Password, StaffFault.Name)]
    [InlineData("binh", "ngắn quá", StaffFault.Password)]
    [InlineData("binh", "aaaaaaaaaaaaaaaaaaa", StaffFault.Password)]
    [InlineData("tranthibinh", "TranThiBinh2026", StaffFault.Password)]
    [InlineData("HOA", Password, StaffFault.Taken)]
    public async Task What_is_against_the_rules_is_not_added(string name, string password, string fault)
    {
        await AddAsync("hoa");
        Assert.Equal(fault, await Desk.AddAsync(name, StaffRole.Editor, password, isTemporary: true, "hoa"));
        Assert.Equal("hoa", Assert.Single(Store.All()).Name);
        Assert.Equal(["added chị Hoa hoa editor"], Told());
    }

    [Fact]
    public async Task Of_two_who_change_an_account_at_once_the_second_is_told()
    {
        var one = await AddAsync("an");
        var two = Store.Find(one.Id)!;
        Assert.Null(await Desk.ChangeRoleAsync(one, StaffRole.Publisher, "x"));
        Assert.Equal(StaffFault.Meanwhile, await Desk.LockAsync(two, "y"));
        Assert.Equal((StaffRole.Publisher, false), (Store.Find(one.Id)!.Role, Store.Find(one.Id)!.IsLocked));
        Assert.Equal(["added chị Hoa an editor", "role-changed x an publisher"], Told());
    }

    [Fact]
    public async Task The_last_administrator_stays_also_when_two_take_the_role_from_each_other()
    {
        var (one, two) = (await AddAsync("an", StaffRole.Administrator), await AddAsync("binh", StaffRole.Administrator));
        await using var other = Data.Open();
        await using var node = Node(other);
        var faults = await Task.WhenAll(
            Task.Run(() => Desk.ChangeRoleAsync(one, StaffRole.Editor, "binh")),
            Task.Run(() => node.GetRequiredService<StaffDesk>().LockAsync(two, "an")));
        Assert.Equal([null, StaffFault.LastAdministrator], faults.Order());
        Assert.Single(Store.All(), account => account is { Role: StaffRole.Administrator, IsLocked: false });
        Assert.Equal(3, Told().Count);
    }

    [Fact]
    public async Task Whatever_is_changed_makes_a_new_stamp()
    {
        await AddAsync("hoa", StaffRole.Administrator);
        var id = (await AddAsync("an")).Id;
        Func<StaffAccount, Task<string?>>[] changes =
        [
            a => Desk.ChangeRoleAsync(a, StaffRole.Publisher, "hoa"), a => Desk.LockAsync(a, "hoa"), a => Desk.UnlockAsync(a, "hoa"), a => Desk.ResetFactorAsync(a, "hoa"),
            a => Desk.GivePasswordAsync(a, "nắng lên trên đồi chè", "hoa"), a => Desk.ChangePasswordAsync(a, "nắng lên trên đồi chè", Password),
        ];
        var stamps = new HashSet<string> { Store.Find(id)!.Stamp };
        foreach (var change in changes)
        {
            Assert.Null(await change(Store.Find(id)!));
            Assert.True(stamps.Add(Store.Find(id)!.Stamp));
        }
        Assert.Equal(
            ["role-changed hoa an publisher", "locked hoa an", "unlocked hoa an", "factor-reset hoa an", "password-given hoa an", "password-changed an an"], Told().Skip(2));
    }

    [Fact]
    public async Task A_hundred_tries_at_the_same_moment_are_no_more_than_the_limit()
    {
        var id = (await AddAsync("an")).Id;
        await using var other = Data.Open();
        await using var node = Node(other);
        StaffAttempts[] attempts = [Attempts, node.GetRequiredService<StaffAttempts>()];
        var taken = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => attempts[i % 2].TakeAsync(id))));
        Assert.Equal(5, taken.Count(isTaken => isTaken));
        Assert.True(Attempts.IsLockedOut(id));
        Time.Advance(TimeSpan.FromMinutes(15));
        Assert.False(Attempts.IsLockedOut(id));
        Assert.True(await Attempts.TakeAsync(id));
        Assert.True(await Attempts.TakeAsync(id));
    }

    [Fact]
    public async Task A_try_that_was_right_is_given_back_and_those_before_it_stay()
    {
        var id = (await AddAsync("an")).Id;
        for (var i = 0; i < 4; i++) Assert.True(await Attempts.TakeAsync(id));
        for (var i = 0; i < 3; i++)
        {
            Assert.True(await Attempts.TakeAsync(id));
            await Attempts.ReleaseAsync(id);
        }
        Assert.True(await Attempts.TakeAsync(id));
        Assert.False(await Attempts.TakeAsync(id));
        await Attempts.ClearAsync(id);
        Assert.True(await Attempts.TakeAsync(id));
        Assert.False(await Attempts.TakeAsync("nobody"));
    }

    [Fact]
    public async Task A_code_is_right_around_its_half_minute_and_once()
    {
        var account = await AddAsync("an");
        await Users.ResetAuthenticatorKeyAsync(account);
        var step = Totp.Step(Time.GetUtcNow());
        Assert.False(await IsRightAsync(account, step - 2));
        Assert.False(await IsRightAsync(account, step + 2));
        Assert.True(await IsRightAsync(account, step - 1));
        Assert.True(await IsRightAsync(account, step));
        Assert.False(await IsRightAsync(account, step));
        Assert.False(await IsRightAsync(account, step - 1));
        Assert.True(await IsRightAsync(account, step + 1));
        Assert.False(await Users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, "１２３４５６"));
    }

    [Fact]
    public async Task A_recovery_code_is_good_once_also_for_two_at_the_same_moment_and_is_stored_as_a_hash()
    {
        var account = await AddAsync("an");
        var codes = (await Users.GenerateNewTwoFactorRecoveryCodesAsync(account, 10))!.ToList();
        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => Users.RedeemTwoFactorRecoveryCodeAsync(account, codes[0].ToLowerInvariant()))));
        Assert.Single(results, result => result.Succeeded);
        Assert.Equal(9, await Users.CountRecoveryCodesAsync(account));
        Assert.All(Database.Read(s => s.Query("SELECT code FROM staff_recoveries", row => row.GetFieldValue<byte[]>(0))), code => Assert.Equal(32, code.Length));
        await Desk.ResetFactorAsync(Store.Find(account.Id)!, "hoa");
        Assert.Equal(0, await Users.CountRecoveryCodesAsync(account));
    }

    [Fact]
    public async Task The_audit_log_has_a_place_for_everything_without_a_gap_and_is_read_in_pages()
    {
        await using var other = Data.Open();
        await using var node = Node(other);
        Bot.Staff.Audit.AuditLog[] logs = [Audit, node.GetRequiredService<Bot.Staff.Audit.AuditLog>()];
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Task.Run(() => logs[i % 2].AddAsync(new("signed-in", "an", null)))));
        var first = Audit.Before(long.MaxValue, 20);
        Assert.Equal(Enumerable.Range(11, 20).Reverse().Select(i => (long)i), first.Select(e => e.Seq));
        Assert.Equal(Enumerable.Range(1, 10).Reverse().Select(i => (long)i), Audit.Before(first[^1].Seq, 20).Select(e => e.Seq));
        Assert.Equal((Time.GetUtcNow(), "an", null), (first[0].At, first[0].Actor, first[0].Subject));
    }

    private Task<bool> IsRightAsync(StaffAccount account, long step) =>
        Users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, Totp.Code(account.Secret!, step));
}
