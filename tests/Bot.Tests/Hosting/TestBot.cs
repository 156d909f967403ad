using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Bot.Storage;
using Bot.Storage.Activities;
using Bot.Turns;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Hosting;

/// <summary>The whole assistant on a free port, with a data folder of its own unless one is given.</summary>
/// <remarks>Any type of its assembly stands for it here; a "Program" the stand-ins have, too.</remarks>
internal sealed class TestBot : WebApplicationFactory<Database>
{
    public const string Secret = "a secret for the tests";

    private readonly TempFolder? own;
    private readonly Action<IServiceCollection>? change;
    private readonly Dictionary<string, string> settings;
    private readonly Database database;

    public TestBot(TimeProvider? time = null, string? folder = null, Action<IServiceCollection>? change = null, params (string Key, string Value)[] settings)
    {
        (Time, this.change, own) = (time, change, folder is null ? new TempFolder() : null);
        Folder = folder ?? own!.Path;
        this.settings = new Dictionary<string, string>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Data:Path"] = Folder,
            ["DirectLine:Secret"] = Secret,
            ["Dossiers:Samples"] = "true",
            ["Content:Path"] = Path.Combine(AppContext.BaseDirectory, "Fixture"),
        };
        foreach (var (key, value) in settings) this.settings[key] = value;
        UseKestrel(0);
        StartServer();
        database = Services.GetRequiredService<Database>();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = Address };
    }

    public TimeProvider? Time { get; }

    public string Folder { get; }

    public Uri Address { get; }

    /// <summary>A client without cookies of its own.</summary>
    public HttpClient Http { get; }

    public ActivityLog Log => Services.GetRequiredService<ActivityLog>();

    public Outbox Outbox => Services.GetRequiredService<Outbox>();

    public Task<HttpResponseMessage> SendAsync(string method, string path, string? bearer = null, HttpContent? body = null, string? origin = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body };
        if (bearer is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        if (origin is not null) request.Headers.Add("Origin", origin);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return Http.SendAsync(request);
    }

    public async Task<JsonObject> JsonAsync(string method, string path, string? bearer = null, object? body = null)
    {
        using var response = await SendAsync(method, path, bearer, body is null ? null : JsonContent.Create(body));
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    /// <summary>Makes every read and write of the log fail from now on.</summary>
    public Task BreakStoreAsync() => Services.GetRequiredService<Database>().WriteAsync(session =>
        session.Execute("ALTER TABLE activities RENAME TO gone") + session.Execute("ALTER TABLE pending RENAME TO gone_too"));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            if (Time is not null) services.AddSingleton(Time);
            change?.Invoke(services);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await base.DisposeAsync();
        // The program's own thread takes its services down as well, and may be in the middle of it.
        await database.DisposeAsync();
        own?.Dispose();
    }
}
