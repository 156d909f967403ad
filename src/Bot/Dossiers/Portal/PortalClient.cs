using System.Globalization;
using System.Net.Http.Headers;
using Bot.Recognizers;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Bot.Dossiers.Portal;

/// <summary>Calls the portal: in bounded time, once more where that may help, and not at all for a while after it has failed too often.</summary>
public sealed class PortalClient : IDisposable
{
    private readonly PortalOptions options;
    private readonly HttpMessageInvoker http;
    private readonly CircuitBreakerStateProvider circuit = new();
    private readonly ResiliencePipeline<PortalAnswer> pipeline;

    public PortalClient(PortalOptions options, TimeProvider time, ILogger<PortalClient> logger)
    {
        this.options = options;
        http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = options.PatiencePerTry,
            // The token is for the address that the operator gave, not for where it points.
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
        });
        pipeline = Pipeline(options, time, circuit, logger);
    }

    /// <summary>Whether the portal is asked (closed), left alone (open) or tried (half open).</summary>
    public CircuitState Circuit => circuit.CircuitState;

    /// <summary>The body of the answer about a code; null where its status is one that means that there is no such dossier.</summary>
    public async Task<byte[]?> AskAsync(DossierCode code, CancellationToken stopping)
    {
        var question = PortalEnvelope.Question(code);
        var answer = await pipeline.ExecuteAsync(token => SendAsync(question, token), stopping);
        if (options.NoneCodes.Contains(answer.Status.ToString(CultureInfo.InvariantCulture))) return null;
        return answer.Status == 200 ? answer.Body : throw new PortalException($"The portal answered with the status {answer.Status}.");
    }

    public void Dispose() => http.Dispose();

    private static ResiliencePipeline<PortalAnswer> Pipeline(PortalOptions options, TimeProvider time, CircuitBreakerStateProvider circuit, ILogger logger)
    {
        var builder = new ResiliencePipelineBuilder<PortalAnswer> { TimeProvider = time }.AddTimeout(options.Patience);
        if (options.Retries > 0)
            builder.AddRetry(new RetryStrategyOptions<PortalAnswer>
            {
                MaxRetryAttempts = options.Retries, Delay = options.Pause, BackoffType = DelayBackoffType.Exponential, UseJitter = true,
                ShouldHandle = arguments => new(IsFailure(arguments.Outcome) && arguments.Outcome.Result is not { IsPutOff: true }),
            });
        return builder
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<PortalAnswer>
            {
                FailureRatio = 0.5, MinimumThroughput = options.MinimumTries, SamplingDuration = options.Sampling, BreakDuration = options.Break,
                StateProvider = circuit,
                ShouldHandle = arguments => new(IsFailure(arguments.Outcome)),
                OnOpened = _ => Said(() => logger.LogWarning("The dossier portal keeps failing; it is left alone for {Seconds} s", options.Break.TotalSeconds)),
                OnHalfOpened = _ => Said(() => logger.LogInformation("The dossier portal is tried again")),
                OnClosed = _ => Said(() => logger.LogInformation("The dossier portal answers again")),
            })
            .AddTimeout(options.PatiencePerTry)
            .Build();
    }

    // What the portal does to whatever it is asked. An answer that is wrong may lie in the question: nobody is to shut the portal for all by asking.
    private static bool IsFailure(Outcome<PortalAnswer> outcome) =>
        outcome.Exception is HttpRequestException or IOException or TimeoutRejectedException || outcome.Result is { IsFailure: true };

    private static ValueTask Said(Action say)
    {
        say();
        return default;
    }

    private async ValueTask<PortalAnswer> SendAsync(byte[] question, CancellationToken stopping)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Url)
        {
            Content = new ByteArrayContent(question) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } },
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", options.Token) },
        };
        using var response = await http.SendAsync(request, stopping);
        return new PortalAnswer((int)response.StatusCode, await ReadAsync(response.Content, stopping), response.Headers.RetryAfter?.Delta);
    }

    private async Task<byte[]> ReadAsync(HttpContent content, CancellationToken stopping)
    {
        await using var stream = await content.ReadAsStreamAsync(stopping);
        using var body = new MemoryStream();
        var part = new byte[16 * 1024];
        for (int read; (read = await stream.ReadAsync(part, stopping)) > 0;)
        {
            body.Write(part, 0, read);
            if (body.Length > options.LargestAnswer) throw new PortalException($"The portal's answer is longer than {options.LargestAnswer} bytes.");
        }
        return body.ToArray();
    }
}
