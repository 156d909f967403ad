using System.Buffers;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Channels.Fitting;
using Bot.Channels.Webhooks;
using Bot.Conversations;
using Bot.Delivery;
using Bot.Protocol;
using Bot.Storage.Activities;

namespace Bot.Channels.Messenger;

/// <summary>Sends through the Graph API.</summary>
public sealed class MessengerChannel : IPushChannel
{
    public const string ChannelName = "facebook";

    private readonly ChannelClient client;
    private readonly Uri messages;
    private readonly AuthenticationHeaderValue? authorization;
    private readonly string? template;

    public MessengerChannel(MessengerOptions options, ChannelClient client)
    {
        (this.client, template) = (client, options.ChangeTemplate);
        // Proves that the token is used by whom it was given to.
        var proof = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.AppSecret), Encoding.UTF8.GetBytes(options.PageAccessToken)));
        var token = options.TokenInAddress ? "access_token=" + Uri.EscapeDataString(options.PageAccessToken) + "&" : "";
        authorization = options.TokenInAddress ? null : new("Bearer", options.PageAccessToken);
        Uri At(string edge) => new($"{options.GraphUrl.AbsoluteUri.TrimEnd('/')}/{edge}?{token}appsecret_proof={proof}");
        messages = At((options.PageId ?? "me") + "/messages");
        Profile = At("me/messenger_profile");
    }

    public string Name => ChannelName;

    public Shape Shape => UsualShape;

    /// <summary>What Messenger can show.</summary>
    public static Shape UsualShape { get; } = new()
    {
        TextLength = 2000, MostButtons = 13, ButtonTitle = 20, ButtonText = 1000, LinkButtons = 3, LinkButtonText = 640,
    };

    // After it the platform takes only what a person wrote, or templates.
    public TimeSpan? Window { get; } = TimeSpan.FromHours(24);

    /// <summary>Where the page's profile is set.</summary>
    internal Uri Profile { get; }

    public async Task<Sending> SendAsync(Citizen citizen, Piece piece, Activity reply, CancellationToken stopping)
    {
        var (answer, failure) = await PostAsync(messages, MessengerJson.Message(citizen.User, piece), stopping);
        return failure ?? GraphErrors.Read(answer!);
    }

    public bool HasChangeTemplate => template is not null;

    public async Task<Sending> SendChangeAsync(Citizen citizen, ChangeNotice change, CancellationToken stopping)
    {
        var (answer, failure) = await PostAsync(messages, MessengerJson.Change(citizen.User, template!, change), stopping);
        return failure ?? GraphErrors.Read(answer!);
    }

    public Task SignalAsync(Citizen citizen, CancellationToken stopping) => PostAsync(messages, MessengerJson.Typing(citizen.User), stopping);

    internal async Task<(ChannelAnswer? Answer, Sending? Failure)> PostAsync(Uri address, ReadOnlyMemory<byte> json, CancellationToken stopping)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(json) };
        request.Content.Headers.ContentType = MediaType;
        request.Headers.Authorization = authorization;
        return await client.CallAsync(request, stopping);
    }

    private static MediaTypeHeaderValue MediaType => new("application/json");
}
