using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text.Json;
using Bot.Channels.Connector.Access;
using Bot.Channels.Fitting;
using Bot.Channels.Webhooks;
using Bot.Delivery;
using Bot.Protocol;
using Bot.Storage.Activities;

namespace Bot.Channels.Connector;

/// <summary>Sends through the connector's service: to Teams, and whatever else Azure's channels reach.</summary>
public sealed class ConnectorChannel(ConnectorTokenSource tokens, ChannelClient client, ILogger<ConnectorChannel> logger) : IPushChannel
{
    public const string ChannelName = "connector";

    // Even a new token is refused: nothing but a person can help.
    private static readonly TimeSpan Human = TimeSpan.FromMinutes(5);

    // As long as the source of tokens remembers a failure: no try before can end otherwise.
    private static readonly TimeSpan Login = TimeSpan.FromSeconds(30);

    public string Name => ChannelName;

    // What all channels behind it can show: markdown, and buttons of which Teams takes six.
    public Shape Shape { get; } = new() { TextLength = 4000, MostButtons = 6, ButtonTitle = 60, ButtonText = 1000, ShowsMarkdown = true };

    public TimeSpan? Window => null;

    public async Task<Sending> SendAsync(Citizen citizen, Piece piece, Activity reply, CancellationToken stopping)
    {
        if (ConnectorAddress.Read(citizen.Address) is not { } address) return new Sending.Refused("there is no address to answer at");
        var activity = ConnectorReply.Of(reply, address, citizen.User) with
        {
            Text = piece.Text,
            SuggestedActions = piece.Choices.IsDefaultOrEmpty ? null : new SuggestedActions([.. piece.Choices.Select(choice => new CardAction("imBack", choice.Title, choice.Says))], []),
        };
        return await PostAsync(address, activity, stopping);
    }

    public async Task SignalAsync(Citizen citizen, CancellationToken stopping)
    {
        if (ConnectorAddress.Read(citizen.Address) is not { } address) return;
        await PostAsync(address, ConnectorReply.Of(new Activity { Type = "typing" }, address, citizen.User), stopping);
    }

    private async Task<Sending> PostAsync(ConnectorAddress address, Activity activity, CancellationToken stopping)
    {
        try
        {
            // Our token goes nowhere else, even where an address stands in the store.
            if (!tokens.IsTrusted(address.ServiceUrl)) return new Sending.Refused("the service's address does not stand in Channels:Connector:ServiceUrls");
            var url = ReplyUrl.Of(address.ServiceUrl, address.Conversation, activity.ReplyToId);
            var body = JsonSerializer.SerializeToUtf8Bytes(activity, ProtocolJson.Wire.Activity);
            var token = await tokens.GetAsync(address.ServiceUrl, stopping);
            var (answer, failure) = await CallAsync(url, body, token, stopping);
            // Tokens end before their time when the password is changed, or by Microsoft's decision.
            if (answer?.Status == 401 && token is not null && tokens.Forget(token))
                (answer, failure) = await CallAsync(url, body, await tokens.GetAsync(address.ServiceUrl, stopping), stopping);
            return failure ?? Read(answer!);
        }
        catch (ConnectorTokenException error)
        {
            logger.LogError("Replies to the connector cannot be sent: {Problem}", error.Message);
            return new Sending.Later("no token to be had", Login, IsWholeChannel: true);
        }
        catch (OperationCanceledException)
        {
            return new Sending.Later("the process stopped");
        }
        catch (ArgumentException error)
        {
            return new Sending.Refused(error.Message);
        }
    }

    private async Task<(ChannelAnswer? Answer, Sending? Failure)> CallAsync(Uri url, byte[] body, string? token, CancellationToken stopping)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.CallAsync(request, stopping);
    }

    // A service answers with an empty body, too: the status says it.
    private static Sending Read(ChannelAnswer answer) => answer.Status switch
    {
        >= 200 and < 300 => Sending.Accepted,
        // Teams' 412: somebody else was just changing the conversation.
        412 or 429 or 503 => new Sending.Later($"HTTP {answer.Status}", answer.RetryAfter is { } wait && wait > TimeSpan.Zero ? wait : null),
        >= 500 => new Sending.Unknown($"HTTP {answer.Status}"),
        401 => new Sending.Later("HTTP 401, our token is not taken", Human),
        _ => new Sending.Refused($"HTTP {answer.Status}"),
    };
}
