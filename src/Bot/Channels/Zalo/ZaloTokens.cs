using System.Globalization;
using System.Text.Json;
using Bot.Channels.Webhooks;
using Bot.Delivery;
using Bot.Storage;

namespace Bot.Channels.Zalo;

/// <summary>
/// The OA's access token. It is renewed hours before it expires, by one node at a time; a refresh token is good once, so that it is written down
/// before it is sent off, and the pair that it brings before that is used. A process that dies between the two leaves a refresh token of which
/// nobody knows whether it is spent: it is tried once more, and if Zalo refuses it, the old access token serves while somebody gets a new one. A
/// process that is told to stop lets a renewal come to its end.
/// </summary>
public sealed class ZaloTokens(
    ZaloOptions options, TokenStore store, KeyedHash hash, ChannelClient client, DeliveryOptions delivery, TimeProvider time, ILogger<ZaloTokens> logger) : BackgroundService, IHostedLifecycleService
{
    // An access token lives 25 hours: renewed with five to spare, there is time for a person to help.
    private static readonly TimeSpan Early = TimeSpan.FromHours(5);

    private static readonly TimeSpan Elsewhere = TimeSpan.FromMilliseconds(250);

    // How often in a row to wait for another node that renews.
    private const int MostWaits = 40;

    private readonly SemaphoreSlim gate = new(1);
    private readonly byte[] seed = hash.Of("zalo seed", options.RefreshToken);
    private readonly Uri address = new(options.OAuthUrl.AbsoluteUri.TrimEnd('/') + "/v4/oa/access_token");
    private TokenPair? known;
    private volatile bool isStopping;

    /// <summary>The access token; null when there is none and none can be had.</summary>
    public async ValueTask<string?> GetAsync(CancellationToken stopping)
    {
        var pair = known;
        if (pair?.Access is { } access && pair.Expires - time.GetUtcNow() > TimeSpan.FromMinutes(1)) return access;
        return await RenewAsync(pair?.Access, stopping);
    }

    /// <summary>Another access token than the one that was refused; null when none can be had.</summary>
    public async Task<string?> RenewAsync(string? refused, CancellationToken stopping)
    {
        await gate.WaitAsync(stopping);
        try
        {
            for (var waits = 0; waits < MostWaits; waits++)
            {
                var pair = Current();
                if (pair.Access is not null && pair.Access != refused && pair.Expires > time.GetUtcNow()) return (known = pair).Access;
                if (await store.HoldAsync(ZaloChannel.ChannelName) is { } hold)
                {
                    await using (hold)
                    {
                        // Another node may have been at it just before.
                        pair = Current();
                        if (pair.Access is not null && pair.Access != refused && pair.Expires > time.GetUtcNow()) return (known = pair).Access;
                        return (known = await RenewAsync(pair, stopping))?.Access;
                    }
                }
                await Task.Delay(Elsewhere, time, stopping);
            }
            return null;
        }
        finally
        {
            gate.Release();
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        isStopping = true;
        return Task.CompletedTask;
    }

    // What is on its way is waited for when replies, too, have ended: they may need a token to the last.
    public override Task StopAsync(CancellationToken cancellationToken) => base.StopAsync(new CancellationToken(canceled: true));

    /// <summary>Lets a renewal that is on its way come to its end, however impatient the host is: nobody else has the pair that it brings.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (gate.CurrentCount == 0) logger.LogInformation("The process ends once the renewal of Zalo's access token has come to its end");
        // Whoever holds it waits for nothing but a call and the store, each for no longer than Delivery:PatienceSeconds.
        await gate.WaitAsync(CancellationToken.None);
        gate.Release();
    }

    /// <summary>Renews ahead of time, so that no answer waits for it.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(10), time);
        do
        {
            try
            {
                var pair = Current();
                if (pair.Access is null || pair.Expires - time.GetUtcNow() < Early) await RenewAsync(pair.Access, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(error, "Zalo's access token could not be renewed; the next try is in ten minutes");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // A token that the operator has set anew begins a new line: the old one is broken, or he would not have done it.
    private TokenPair Current() => store.Find(ZaloChannel.ChannelName) is { } pair && pair.Seed.AsSpan().SequenceEqual(seed)
        ? pair : new TokenPair(seed, null, options.RefreshToken, DateTimeOffset.UnixEpoch, IsSpending: false);

    private async Task<TokenPair?> RenewAsync(TokenPair pair, CancellationToken stopping)
    {
        stopping.ThrowIfCancellationRequested();
        if (pair.IsSpending) logger.LogWarning("The refresh token of Zalo was sent off before and nobody knows whether it is spent; it is tried once more");
        await store.SaveAsync(ZaloChannel.ChannelName, pair with { IsSpending = true });
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["app_id"] = options.AppId, ["grant_type"] = "refresh_token", ["refresh_token"] = pair.Refresh }),
        };
        request.Headers.Add("secret_key", options.AppSecret);
        // From here on nothing is broken off: the refresh token is spent as soon as Zalo has it.
        var (answer, failure) = await client.CallAsync(request, CancellationToken.None);
        var json = answer?.Json();
        if (json.Text("access_token") is { } access && json.Text("refresh_token") is { } refresh)
        {
            var life = double.TryParse(json.Id("expires_in"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(Math.Clamp(seconds, 60, 30 * 24 * 3600)) : TimeSpan.FromHours(25);
            var renewed = new TokenPair(seed, access, refresh, time.GetUtcNow() + life, IsSpending: false);
            await KeepAsync(renewed);
            logger.LogInformation("Zalo's access token was renewed; the new one is good until {Expires:u}", renewed.Expires);
            return renewed;
        }
        if (json.Id("error") is { } error)
        {
            // A verdict: this refresh token is worth nothing, or the app's secret is wrong.
            logger.LogError(
                "Zalo refuses to renew the access token (error {Error}). {Cause}Somebody has to get a new refresh token in Zalo's console and set Channels:Zalo:RefreshToken", error,
                pair.IsSpending ? "The refresh token was probably spent by a renewal that was cut off. " : "");
            await store.SaveAsync(ZaloChannel.ChannelName, pair with { IsSpending = false });
        }
        else if (failure is Sending.Later never)
        {
            logger.LogError("Zalo's access token could not be renewed ({Trouble})", never.Trouble);
            await store.SaveAsync(ZaloChannel.ChannelName, pair);
        }
        else logger.LogError("Zalo's access token could not be renewed ({Trouble}); whether the refresh token is spent is not known", failure is Sending.Unknown unknown ? unknown.Trouble : $"HTTP {answer?.Status}");
        // Not yet expired, the old one still serves.
        return pair.Access is not null && pair.Expires > time.GetUtcNow() ? pair : null;
    }

    // The refresh token in it is the only one there is: it is not let go of before it is written down. Only a process that ends cannot try for ever.
    private async Task KeepAsync(TokenPair renewed)
    {
        for (DateTimeOffset? end = null; ;)
        {
            try
            {
                await store.SaveAsync(ZaloChannel.ChannelName, renewed);
                return;
            }
            catch (Exception error) when (!isStopping || time.GetUtcNow() < (end ??= time.GetUtcNow() + delivery.Patience))
            {
                logger.LogError(error, "Zalo's new tokens could not be written down; it is tried again");
                await Task.Delay(TimeSpan.FromSeconds(1), time);
            }
        }
    }
}
