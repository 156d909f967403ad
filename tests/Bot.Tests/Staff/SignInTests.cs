using System.Net;
using System.Text.RegularExpressions;
using Bot.Staff.Accounts;
using Bot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Staff;

/// <summary>Signing in over HTTP: what lets in, what does not, and what that gives away.</summary>
public sealed partial class SignInTests
{
    private static readonly string[] Pages =
        [StaffAddresses.Root, StaffAddresses.SignIn, StaffAddresses.Enrol, StaffAddresses.MyAccount, StaffAddresses.Accounts, StaffAddresses.Audit];

    [Fact]
    public async Task Without_an_administrator_there_are_no_such_pages()
    {
        var time = new ManualTime();
        await using var bot = new TestBot(time);
        using var visitor = new Visitor(bot, time);
        foreach (var page in Pages) Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.SendAsync(StaffAddresses.SignIn, ("Name", "hoa"))).Status);
    }

    [Fact]
    public async Task The_first_sign_in_enrols_the_phone_and_shows_the_recovery_codes_once()
    {
        await using var scene = await StaffScene.BeginAsync();
        var account = await scene.AddAsync("an", StaffRole.Editor);
        await scene.Bot.Services.AtDeskAsync(desk => desk.ResetFactorAsync(account, "hoa"));
        var visitor = scene.Visitor();
        Assert.Equal(StaffAddresses.Enrol, (await visitor.PasswordAsync("an", StaffScene.Password)).Location);
        var page = await visitor.GetAsync(StaffAddresses.Enrol);
        Assert.Contains("<svg", page.Text);
        Assert.Equal(scene.Store.Find(account.Id)!.Secret, Secret().Match(page.Text).Groups[1].Value.Replace(" ", ""));
        // Nothing else is open before the code was right.
        Assert.Equal(StaffAddresses.SignIn, (await visitor.GetAsync(StaffAddresses.Root)).Location);
        Assert.Contains("[second.refused]", (await visitor.PostAsync(StaffAddresses.Enrol, null, ("Code", "000000"))).Text);
        var enrolled = await visitor.PostAsync(StaffAddresses.Enrol, null, ("Code", scene.Code("an")));
        var codes = Recovery().Matches(enrolled.Text).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(10, codes.Distinct().Count());
        Assert.Contains("[start.lead]", (await visitor.GetAsync(StaffAddresses.Root)).Text);
        Assert.Equal(StaffAddresses.SignIn, (await visitor.GetAsync(StaffAddresses.Enrol)).Location);

        var other = scene.Visitor();
        await other.PasswordAsync("an", StaffScene.Password);
        Assert.Equal(StaffAddresses.Root, (await other.PostAsync(StaffAddresses.SecondFactor, null, ("Code", codes[3].ToLowerInvariant()))).Location);
        await other.PasswordAsync("an", StaffScene.Password);
        Assert.Contains("[second.refused]", (await other.PostAsync(StaffAddresses.SecondFactor, null, ("Code", codes[3]))).Text);
        Assert.Equal(["wrong-code  an", "enrolled an an", "signed-in an an", "recovered an an", "signed-in an an", "wrong-code  an"], scene.Told.TakeLast(6));
    }

    [Fact]
    public async Task A_name_that_does_not_exist_a_wrong_password_and_a_locked_account_are_answered_alike_and_at_the_same_moment()
    {
        await using var scene = await StaffScene.BeginAsync();
        await scene.AddAsync("an", StaffRole.Editor);
        var locked = await scene.AddAsync("binh", StaffRole.Editor);
        for (var i = 0; i < 5; i++) await scene.Visitor().PasswordAsync("binh", "sai mật khẩu rồi");
        var answers = new List<(HttpStatusCode, string?, string, string, TimeSpan)>();
        foreach (var (name, password) in ((string, string)[])[("ai", StaffScene.Password), ("an", "sai mật khẩu rồi"), ("binh", StaffScene.Password),
            ("", ""), ("an", new string('x', 500))])
        {
            var began = scene.Time.GetUtcNow();
            var answer = await scene.Visitor().PasswordAsync(name, password);
            answers.Add((answer.Status, answer.Location, Plain(answer.Text, name), Plain(answer.Headers, name), scene.Time.GetUtcNow() - began));
        }
        Assert.Contains("[sign-in.refused]", answers[0].Item3);
        Assert.Equal(TimeSpan.FromSeconds(1), answers[0].Item5);
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
        Assert.Equal(
            ["wrong-password  binh", "locked-out  binh", "wrong-name", "wrong-password  an", "while-locked  binh", "wrong-name", "wrong-password  an"],
            scene.Told.TakeLast(7));
        Assert.True(scene.Store.Find(locked.Id)!.LockedUntil > scene.Time.GetUtcNow());
    }

    [Fact]
    public async Task Wrong_passwords_lock_the_account_for_a_while_and_wrong_codes_count_with_them()
    {
        await using var scene = await StaffScene.BeginAsync();
        var visitor = scene.Visitor();
        for (var i = 0; i < 3; i++) await visitor.PasswordAsync("hoa", "sai mật khẩu rồi");
        Assert.Equal(StaffAddresses.SecondFactor, (await visitor.PasswordAsync("hoa", StaffScene.Password)).Location);
        for (var i = 0; i < 2; i++) await visitor.PostAsync(StaffAddresses.SecondFactor, null, ("Code", "000000"));
        Assert.Contains("[second.refused]", (await visitor.PostAsync(StaffAddresses.SecondFactor, null, ("Code", scene.Code("hoa")))).Text);
        Assert.Contains("[sign-in.refused]", (await visitor.PasswordAsync("hoa", StaffScene.Password)).Text);
        scene.Time.Advance(TimeSpan.FromMinutes(15));
        await scene.SignedInAsync("hoa");
    }

    [Fact]
    public async Task A_code_that_was_used_is_worth_nothing_to_whoever_watched()
    {
        await using var scene = await StaffScene.BeginAsync();
        await scene.SignedInAsync("hoa");
        var used = Totp.Code(scene.Store.FindByKey("hoa")!.Secret!, Totp.Step(scene.Time.GetUtcNow()));
        var thief = scene.Visitor();
        await thief.PasswordAsync("hoa", StaffScene.Password);
        Assert.Contains("[second.refused]", (await thief.PostAsync(StaffAddresses.SecondFactor, null, ("Code", used))).Text);
        Assert.Equal(StaffAddresses.SignIn, (await thief.GetAsync(StaffAddresses.Root)).Location);
    }

    [Fact]
    public async Task Too_many_tries_from_an_address_have_to_wait()
    {
        await using var scene = await StaffScene.BeginAsync(("Staff:SignInsPerMinute", "3"));
        for (var i = 0; i < 3; i++) await scene.Visitor().PasswordAsync("ai" + i, "sai mật khẩu rồi");
        var busy = await scene.Visitor().PasswordAsync("hoa", StaffScene.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, busy.Status);
        Assert.Contains("[sign-in.busy]", busy.Text);
        Assert.Contains("Retry-After", busy.Headers);
        scene.Time.Advance(TimeSpan.FromMinutes(1));
        await scene.SignedInAsync("hoa");
    }

    [Fact]
    public async Task What_is_typed_stands_in_no_log()
    {
        var log = new CapturedLog();
        var time = new ManualTime();
        await using var bot = new TestBot(time, change: services => services.AddSingleton<ILoggerProvider>(log),
            settings: [("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft", "Trace")]);
        await bot.Services.AtDeskAsync(desk => desk.AddAsync("hoa", StaffRole.Administrator, StaffScene.Password, false, "x"));
        using var visitor = new Visitor(bot, time);
        await visitor.PasswordAsync("tên lạ QWXZ", "bí mật QWXZ");
        await visitor.PasswordAsync("hoa", StaffScene.Password);
        await visitor.PostAsync(StaffAddresses.Enrol, null, ("Code", "918273"));
        Assert.Contains(log.Lines, line => line.Contains("RazorPages", StringComparison.Ordinal));
        foreach (var typed in (string[])["QWXZ", "918273", "mái ngói"]) Assert.Equal(0, log.Count(typed));
    }

    private static string Plain(string text, string name) => Noise().Replace(text.Replace($" value=\"{name}\"", "", StringComparison.Ordinal), "");

    [GeneratedRegex("""<code class="secret">([A-Z2-7 ]+)</code>""")]
    private static partial Regex Secret();

    [GeneratedRegex("<li><code>([^<]+)</code>")]
    private static partial Regex Recovery();

    // What is new with each answer: the form's token and cookie, the nonce, the date.
    [GeneratedRegex("""type="hidden" value="[^"]+"|nonce-[^']+|Set-Cookie:[^\n]*|Date:[^\n]*""")]
    private static partial Regex Noise();
}
