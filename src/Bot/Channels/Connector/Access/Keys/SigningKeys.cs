using System.Collections.Frozen;
using System.Net;
using System.Text.Json;

namespace Bot.Channels.Connector.Access.Keys;

/// <summary>The keys that one metadata address names, fetched seldom and by one caller at a time; a good set outlives a fetch that fails.</summary>
internal sealed class SigningKeys(Uri metadata, OutboundHttp http, TimeProvider time, ILogger logger)
{
    /// <summary>How long a fetch of both documents may take; channels give up on us after ten seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How old keys are when they are fetched again.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(24);

    /// <summary>How long after a fetch a key that is not known brings about no other: anybody can invent an id.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    /// <summary>How soon a fetch that failed is tried again.</summary>
    public static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    /// <summary>How old keys may become while every fetch fails; a key that was withdrawn must end some day.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(5);

    private readonly Lock gate = new();
    private FrozenDictionary<string, SigningKey> keys = FrozenDictionary<string, SigningKey>.Empty;
    private long? read;
    private (long At, TimeSpan Wait)? rest;
    private Task? flight;

    /// <summary>The key of an id; null when there is none. Never fails, and never takes longer than a fetch may.</summary>
    public async Task<SigningKey?> FindAsync(string id)
    {
        if (Known(Fresh).TryGetValue(id, out var key)) return key;
        await RefreshAsync();
        return Known(Longest).GetValueOrDefault(id);
    }

    /// <summary>Whether there is any key to check with.</summary>
    public bool AreThere => Known(Longest).Count > 0;

    private FrozenDictionary<string, SigningKey> Known(TimeSpan age)
    {
        lock (gate) return read is { } at && time.GetElapsedTime(at) < age ? keys : FrozenDictionary<string, SigningKey>.Empty;
    }

    // Whoever comes while a fetch is under way waits for that one; nobody's leaving breaks it off.
    private Task RefreshAsync()
    {
        lock (gate)
        {
            if (flight is { IsCompleted: false }) return flight;
            if (rest is var (at, wait) && time.GetElapsedTime(at) < wait) return Task.CompletedTask;
            return flight = Task.Run(FetchAsync);
        }
    }

    private async Task FetchAsync()
    {
        var fetched = FrozenDictionary<string, SigningKey>.Empty;
        var problem = "there is no usable key in it";
        try
        {
            using var limit = new CancellationTokenSource(Patience, time);
            fetched = await ReadAsync(limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception error)
        {
            problem = error is OperationCanceledException ? "it took too long" : error.Message;
        }
        lock (gate)
        {
            var now = time.GetTimestamp();
            if (fetched.Count > 0) (keys, read) = (fetched, now);
            rest = (now, fetched.Count > 0 ? Quiet : AfterFailure);
        }
        if (fetched.Count == 0) logger.LogError("The signing keys could not be fetched from {Address}: {Problem}", metadata, problem);
    }

    private async Task<FrozenDictionary<string, SigningKey>> ReadAsync(CancellationToken limit)
    {
        using var document = await GetAsync(metadata, limit);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("jwks_uri", out var address)
            || address.ValueKind != JsonValueKind.String || !Uri.TryCreate(address.GetString(), UriKind.Absolute, out var url) || !IsSafe(url))
            throw new InvalidDataException("it names no safe address of keys");
        using var set = await GetAsync(url, limit);
        return SigningKey.ReadAll(set.RootElement);
    }

    // In the clear only from this machine, and only when the operator had the metadata from there too.
    private bool IsSafe(Uri url) => url.UserInfo.Length == 0 && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback && metadata.IsLoopback));

    private async Task<JsonDocument> GetAsync(Uri url, CancellationToken limit)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        var (status, body) = await http.SendAsync(request, limit);
        if (status == HttpStatusCode.OK && body is not null) return body;
        body?.Dispose();
        throw new InvalidDataException($"the answer was {(int)status}{(body is null ? ", not JSON" : "")}");
    }
}
