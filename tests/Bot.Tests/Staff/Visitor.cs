using System.Net;
using System.Text.RegularExpressions;
using Bot.Staff.Accounts;
using Bot.Tests.Hosting;

namespace Bot.Tests.Staff;

/// <summary>A browser without JavaScript: it keeps cookies, follows no redirect by itself, and sends a form with what the page put into it.</summary>
internal sealed partial class Visitor : IDisposable
{
    private const string TokenName = "__RequestVerificationToken";

    private readonly ManualTime time;
    private readonly HttpClient http;

    public Visitor(TestBot bot, ManualTime time)
    {
        this.time = time;
        http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = bot.Address };
    }

    public CookieContainer Cookies { get; } = new();

    public Task<Shown> GetAsync(string path) => ReadAsync(http.GetAsync(path));

    /// <summary>A page to the letter.</summary>
    public Task<string> RawAsync(string path) => http.GetStringAsync(path);

    /// <summary>Opens a page and sends its form.</summary>
    /// <param name="to">The form's address, where that is another.</param>
    public async Task<Shown> PostAsync(string path, string? to = null, params (string Name, string Value)[] fields) =>
        await SendAsync(to ?? path, [.. fields, (TokenName, await TokenAsync(path))]);

    /// <summary>Opens a page and sends its form with a file.</summary>
    public async Task<Shown> UploadAsync(string path, string to, (string Field, string Name, byte[] Bytes) file, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file.Bytes), file.Field, file.Name } };
        foreach (var (name, value) in (IEnumerable<(string, string)>)[.. fields, (TokenName, await TokenAsync(path))]) form.Add(new StringContent(value), name);
        var sending = ReadAsync(http.PostAsync(to, form));
        await time.PassUntilAsync(sending, TimeSpan.FromSeconds(1));
        return await sending;
    }

    /// <summary>Sends a form as it is; whoever is answered later lets the time pass.</summary>
    public async Task<Shown> SendAsync(string path, params (string Name, string Value)[] fields)
    {
        var sending = ReadAsync(http.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)))));
        await time.PassUntilAsync(sending, TimeSpan.FromSeconds(1));
        return await sending;
    }

    public Task<Shown> PasswordAsync(string name, string password) => PostAsync(StaffAddresses.SignIn, null, ("Name", name), ("Password", password));

    public void Dispose() => http.Dispose();

    private async Task<string> TokenAsync(string path)
    {
        var page = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return Token().Matches(page.Html)[^1].Groups[1].Value;
    }

    private static async Task<Shown> ReadAsync(Task<HttpResponseMessage> response)
    {
        using var answer = await response;
        return new Shown(answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync(), answer.Headers.ToString() + answer.Content.Headers);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="([^"]+)""")]
    private static partial Regex Token();

    /// <summary>What came back.</summary>
    /// <param name="Html">The page as it was sent.</param>
    internal sealed record Shown(HttpStatusCode Status, string? Location, string Html, string Headers)
    {
        /// <summary>The same with entities as the letters that they stand for.</summary>
        public string Text { get; } = WebUtility.HtmlDecode(Html);
    }
}
