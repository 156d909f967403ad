using System.Net;
using System.Text.RegularExpressions;
using Bot.Staff.Accounts;
using Bot.Staff.Audit;
using Bot.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Bench.Staff;

/// <summary>An administrator at his browser.</summary>
internal sealed partial class StaffBrowser : IDisposable
{
    public const string Name = "hoa";
    private const string Password = "mưa rơi trên mái ngói";

    private static string secret = "";

    private readonly HttpClient http;

    private StaffBrowser(HttpClient http) => this.http = http;

    /// <summary>Makes the account in a store that no server has open yet.</summary>
    public static async Task AddAccountAsync(Database database)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(database).AddSingleton(TimeProvider.System)
            .AddSingleton<Keys>().AddSingleton<KeyedHash>().AddStaffAccounts(new StaffOptions()).Services.BuildServiceProvider();
        if (await services.GetRequiredService<StaffDesk>().AddAsync(Name, StaffRole.Administrator, Password, isTemporary: false, AuditEntry.Operator) is { } fault)
            throw new InvalidOperationException(fault);
        var users = services.GetRequiredService<UserManager<StaffAccount>>();
        var account = (await users.FindByNameAsync(Name))!;
        await users.ResetAuthenticatorKeyAsync(account);
        await users.SetTwoFactorEnabledAsync(account, true);
        secret = (await users.GetAuthenticatorKeyAsync(account))!;
    }

    public static async Task<StaffBrowser> SignedInAsync(string url)
    {
        var browser = new StaffBrowser(new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(url) });
        await browser.SendAsync(StaffAddresses.SignIn, new() { ["Name"] = Name, ["Password"] = Password });
        await browser.SendAsync(StaffAddresses.SecondFactor, new() { ["Code"] = Totp.Code(secret, Totp.Step(DateTimeOffset.UtcNow)) });
        return browser;
    }

    /// <summary>Opens a page, which must be the one that was asked for.</summary>
    public async Task<string> GetAsync(string path)
    {
        using var response = await http.GetAsync(path);
        var text = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        var shown = response.RequestMessage!.RequestUri!.AbsolutePath;
        return shown == path ? text : throw new InvalidOperationException($"{path} led to {shown}");
    }

    /// <summary>Imports a Word file into a new draft.</summary>
    public async Task ImportAsync(byte[] file)
    {
        const string page = "/nhan-vien/van-ban/moi";
        using var form = new MultipartFormDataContent { { new StringContent(Token(await GetAsync(page))), "__RequestVerificationToken" }, { new ByteArrayContent(file), "word", "quy-che.docx" } };
        using var response = await http.PostAsync(page + "?handler=Word", form);
        response.EnsureSuccessStatusCode();
        if (response.RequestMessage!.RequestUri!.AbsolutePath == page) throw new InvalidOperationException("The file was not imported.");
    }

    public void Dispose() => http.Dispose();

    private async Task SendAsync(string path, Dictionary<string, string> fields)
    {
        fields["__RequestVerificationToken"] = Token(await GetAsync(path));
        using var form = new FormUrlEncodedContent(fields);
        using var response = await http.PostAsync(path, form);
        response.EnsureSuccessStatusCode();
    }

    private static string Token(string page) => WebUtility.HtmlDecode(TokenField().Matches(page)[^1].Groups[1].Value);

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="([^"]+)""")]
    private static partial Regex TokenField();
}
