using System.Net.Http.Headers;
using Bot.Channels.Fitting;
using Bot.Channels.Webhooks;
using Bot.Conversations;
using Bot.Delivery;
using Bot.Protocol;
using Bot.Storage.Activities;

namespace Bot.Channels.Zalo;

/// <summary>Sends consultation messages through the OA's OpenAPI.</summary>
public sealed class ZaloChannel(ZaloOptions options, ZaloTokens tokens, ChannelClient client, TimeProvider time) : IPushChannel
{
    public const string ChannelName = "zalo";

    private readonly Uri messages = new(options.ApiUrl.AbsoluteUri.TrimEnd('/') + "/v3.0/oa/message/cs");
    private readonly Uri templates = new(options.ApiUrl.AbsoluteUri.TrimEnd('/') + "/v3.0/oa/message/template");

    public string Name => ChannelName;

    public Shape Shape { get; } = ShapeWith(options.ButtonTitle);

    public TimeSpan? Window { get; } = options.Billed ? TimeSpan.FromDays(7) : TimeSpan.FromHours(48);

    public bool HasChangeTemplate => options.ChangeTemplate is not null;

    /// <summary>What Zalo can show where a button's title has at most so many characters.</summary>
    // Links stay in the text, where Zalo makes them links; as buttons they would take the places of the choices.
    public static Shape ShapeWith(int buttonTitle) =>
        new() { TextLength = 2000, MostButtons = 5, ButtonTitle = buttonTitle, ButtonText = 500 - ZaloJson.Prefix.Length };

    public Task<Sending> SendAsync(Citizen citizen, Piece piece, Activity reply, CancellationToken stopping) => SendAsync(messages, ZaloJson.Message(citizen.User, piece), stopping);

    // By the user's id; that this way exists has one source only. By phone number, the other way, we could not: we do not have it.
    public Task<Sending> SendChangeAsync(Citizen citizen, ChangeNotice change, CancellationToken stopping) =>
        SendAsync(templates, ZaloJson.Change(citizen.User, options.ChangeTemplate!, change), stopping);

    private async Task<Sending> SendAsync(Uri address, ReadOnlyMemory<byte> json, CancellationToken stopping)
    {
        if (await tokens.GetAsync(stopping) is not { } token) return ZaloErrors.NoToken;
        var sending = await PostAsync(address, token, json, stopping);
        if (sending != ZaloErrors.TokenSpent) return sending;
        // Once with a new one; a second refusal is no matter of the token's age.
        if (await tokens.RenewAsync(token, stopping) is not { } renewed) return ZaloErrors.NoToken;
        sending = await PostAsync(address, renewed, json, stopping);
        return sending == ZaloErrors.TokenSpent ? ZaloErrors.NoToken : sending;
    }

    private async Task<Sending> PostAsync(Uri address, string token, ReadOnlyMemory<byte> json, CancellationToken stopping)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(json) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("access_token", token);
        var (answer, failure) = await client.CallAsync(request, stopping);
        return failure ?? ZaloErrors.Read(answer!, time.GetUtcNow(), options.Billed);
    }
}
