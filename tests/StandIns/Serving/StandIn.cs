using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace StandIns.Serving;

/// <summary>A real HTTP server on this machine that stands for a service of the outside world, keeps a log, and fails on command.</summary>
public abstract class StandIn : IAsyncDisposable
{
    private readonly Lock gate = new();
    private WebApplication? app;
    private CancellationTokenSource stopping = new();
    private int port;

    protected StandIn(TimeProvider? time, Answer rateLimited)
    {
        Time = time ?? TimeProvider.System;
        Faults = new Faults(Time, Fault.Refuse(rateLimited));
    }

    public TimeProvider Time { get; }

    public CallLog Calls { get; } = new();

    public Faults Faults { get; }

    /// <summary>The base address, without a slash at its end; the same after <see cref="StopAsync"/> and another start.</summary>
    public string Url => $"http://127.0.0.1:{port}";

    /// <summary>Listens on 127.0.0.1: on the port, on that of the last time, or on a free one.</summary>
    public async Task StartAsync(int wanted = 0)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, wanted == 0 ? port : wanted);
            kestrel.AddServerHeader = false;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        stopping.Dispose();
        stopping = new CancellationTokenSource();
        app = builder.Build();
        app.Run(ServeAsync);
        await app.StartAsync();
        port = new Uri(app.Urls.First()).Port;
    }

    /// <summary>Goes down: connections are refused until the next start.</summary>
    public async Task StopAsync()
    {
        if (app is null) return;
        await stopping.CancelAsync();
        await app.StopAsync();
        await app.DisposeAsync();
        app = null;
    }

    public virtual async ValueTask DisposeAsync()
    {
        await StopAsync();
        stopping.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The documented error of that number, for faults that are asked for from outside; null when the service has none.</summary>
    public abstract Answer? Error(int code);

    /// <summary>Decides a request; never called twice at once.</summary>
    protected abstract Verdict Decide(Incoming request);

    /// <summary>Runs what reads or changes the state that <see cref="Decide"/> works on.</summary>
    protected T Locked<T>(Func<T> action)
    {
        lock (gate) return action();
    }

    protected void Locked(Action action)
    {
        lock (gate) action();
    }

    private async Task ServeAsync(HttpContext context)
    {
        var request = await ReadAsync(context);
        if (await ControlRoutes.TryAsync(this, request, context)) return;
        Calls.Arrive();
        var at = Time.GetUtcNow();
        var fault = Faults.Pick(request.Path);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping.Token);
        try
        {
            if (fault is { Wait: { } before, IsAfter: false }) await before(gone.Token);
        }
        catch (OperationCanceledException)
        {
            Log(null, null);
            context.Abort();
            return;
        }

        var verdict = fault is null or { Takes: true } ? Locked(() => Decide(request)) : null;
        var answer = fault is { Drops: true } ? null : fault?.Answer ?? verdict?.Answer;
        Log(verdict, answer);
        try
        {
            if (fault is { Wait: { } after, IsAfter: true }) await after(gone.Token);
        }
        catch (OperationCanceledException)
        {
            answer = null;
        }

        if (answer is null) context.Abort();
        else await WriteAsync(context.Response, answer);

        void Log(Verdict? verdict, Answer? answer) => Calls.Add(number => new Call(number, at, request.Method, context.Features.Get<IHttpRequestFeature>()!.RawTarget,
            request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), request.Text)
        {
            Accepted = verdict?.Accepted ?? false,
            Message = verdict?.Message,
            Fault = fault?.Name,
            Status = answer?.Status,
            Answer = answer?.Body,
        });
    }

    private static async Task<Incoming> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        // The raw target tells whether ids were encoded; the server decodes them in its own path.
        var raw = context.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?')[0];
        return new Incoming(context.Request.Method, raw, context.Request.Path.Value ?? "", context.Request.Query, context.Request.Headers, body.ToArray());
    }

    internal static async Task WriteAsync(HttpResponse response, Answer answer)
    {
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers) response.Headers[name] = value;
        if (answer.Body.Length == 0)
        {
            response.ContentLength = 0;
            return;
        }
        response.ContentType = answer.ContentType;
        await response.WriteAsync(answer.Body);
    }
}
