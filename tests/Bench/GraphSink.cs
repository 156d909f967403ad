using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bench;

/// <summary>Takes what is sent to the Graph API, judges nothing, and tells who waits for it.</summary>
internal sealed class GraphSink : IAsyncDisposable
{
    private static readonly byte[] Recipient = Encoding.ASCII.GetBytes("\"recipient\":{\"id\":\"");

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Action> waiting = new();

    private GraphSink(WebApplication app) => this.app = app;

    public string Url => app.Urls.First() + "/v26.0";

    public static async Task<GraphSink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var sink = new GraphSink(app);
        app.Run(sink.TakeAsync);
        await app.StartAsync();
        return sink;
    }

    /// <summary>Calls back at every message for a user from now on.</summary>
    public void Expect(string user, Action arrived) => waiting[user] = arrived;

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var body = new byte[(int)(context.Request.ContentLength ?? 0)];
        await context.Request.Body.ReadExactlyAsync(body);
        var start = body.AsSpan().IndexOf(Recipient) + Recipient.Length;
        var user = Encoding.ASCII.GetString(body.AsSpan(start, body.AsSpan(start).IndexOf((byte)'"')));
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($$"""{"recipient_id":"{{user}}","message_id":"m_{{user}}"}""");
        if (waiting.TryGetValue(user, out var arrived)) arrived();
    }
}
