using System.Text.Json.Nodes;
using Bot.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Channels.Connector;

/// <summary>Microsoft's metadata, keys and token endpoint on a free port, as well behaved as the test wants.</summary>
internal sealed class MicrosoftStandIn : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly SemaphoreSlim arrived = new(0);
    private int metadataReads, keyReads, tokenReads;

    private MicrosoftStandIn(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    public Uri MetadataUrl => new(Address, "/metadata");

    public Uri TokenUrl => new(Address, "/token");

    public int MetadataReads => metadataReads;

    public int KeyReads => keyReads;

    public int TokenReads => tokenReads;

    public JsonArray KeySet { get; set; } = [Mint.Channel.Jwk(null, "msteams", "webchat")];

    /// <summary>What the metadata answers; by default where the keys are.</summary>
    public RequestDelegate Metadata { get; set; } = _ => Task.CompletedTask;

    public RequestDelegate Keys { get; set; } = _ => Task.CompletedTask;

    public RequestDelegate Token { get; set; } = _ => Task.CompletedTask;

    /// <summary>The form of the last request for a token.</summary>
    public Dictionary<string, string> Form { get; private set; } = [];

    public static async Task<MicrosoftStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var server = new MicrosoftStandIn(app);
        server.Metadata = server.Point(() => new Uri(server.Address, "/keys").ToString());
        server.Keys = context => context.Response.WriteAsJsonAsync(new JsonObject { ["keys"] = server.KeySet.DeepClone() });
        server.Token = context => context.Response.WriteAsJsonAsync(new { access_token = "token-" + server.TokenReads, token_type = "Bearer", expires_in = 3600 });
        app.MapGet("/metadata", context => server.AnswerAsync(context, ref server.metadataReads, server.Metadata));
        app.MapGet("/keys", context => server.AnswerAsync(context, ref server.keyReads, server.Keys));
        app.MapPost("/token", server.TakeFormAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>Metadata that names this address of keys.</summary>
    public RequestDelegate Point(Func<string> keys) => context => context.Response.WriteAsJsonAsync(new { issuer = "https://api.botframework.com", jwks_uri = keys() });

    public static RequestDelegate Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    public static RequestDelegate Text(string body) => context => context.Response.WriteAsync(body);

    /// <summary>An answer that never ends.</summary>
    public static async Task Never(HttpContext context)
    {
        await context.Response.StartAsync();
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    /// <summary>Done when the next request has come in.</summary>
    public async Task ArrivedAsync() => Assert.True(await arrived.WaitAsync(Line.Patience), "nobody asked");

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        arrived.Dispose();
    }

    private Task AnswerAsync(HttpContext context, ref int count, RequestDelegate answer)
    {
        Interlocked.Increment(ref count);
        arrived.Release();
        return answer(context);
    }

    private async Task TakeFormAsync(HttpContext context)
    {
        Form = (await context.Request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString());
        await AnswerAsync(context, ref tokenReads, Token);
    }
}
