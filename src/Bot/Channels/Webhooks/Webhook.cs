using System.Text.Json;
using System.Text.Unicode;
using Bot.Channels.Entrance;
using Bot.Channels.Limits;
using Bot.Turns;

namespace Bot.Channels.Webhooks;

/// <summary>
/// The way in of a channel whose server calls us with signed events: verified on the raw bytes, read, stored, acknowledged; the turns come later.
/// What cannot be stored now is answered with 503, so that the channel brings it again.
/// </summary>
public abstract class Webhook(Inbox inbox, ChannelLimits limits, LimitOptions options, TimeProvider time, ILogger logger)
{
    // Signed or not, nothing that nests deeper is an event of any channel.
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 24 };

    /// <summary>What the channel is called in the log.</summary>
    protected abstract string Name { get; }

    public async Task PostAsync(HttpContext context)
    {
        var body = await context.Request.ReadRawAsync();
        if (IsProbe(body))
        {
            logger.LogInformation("{Channel} has tried its webhook", Name);
            return;
        }
        JsonDocument? document = null;
        try
        {
            document = Read(context.Request, body);
            if (!Utf8.IsValid(body)) throw Refused.Malformed("The body is not UTF-8.");
            await StoreAsync(Arrivals(document.RootElement));
        }
        finally
        {
            document?.Dispose();
        }
    }

    /// <summary>Whether a body, which nobody signed, is the one with which the channel tries an address; it is then acknowledged and nothing else.</summary>
    protected virtual bool IsProbe(ReadOnlySpan<byte> body) => false;

    /// <summary>Whether the channel's own server has sent this.</summary>
    /// <param name="root">Null as long as it is not read: channels whose signature needs nothing of the body are asked before anything is parsed.</param>
    protected abstract bool? Verify(HttpRequest request, ReadOnlySpan<byte> body, JsonElement? root);

    /// <summary>What of the events concerns us, in their order. An event of a kind that is not known is left out and harms no other.</summary>
    protected abstract List<Arrival> Arrivals(JsonElement root);

    private JsonDocument Read(HttpRequest request, byte[] body)
    {
        var isVerified = Verify(request, body, null);
        if (isVerified == false) throw Unsigned();
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, Shallow);
        }
        catch (JsonException)
        {
            // Without a signature nobody need know what we can read.
            throw isVerified == true ? Refused.Malformed("The body is not JSON of the expected shape, or is nested too deeply.") : Unsigned();
        }
        if (isVerified != true && (document.RootElement.ValueKind != JsonValueKind.Object || Verify(request, body, document.RootElement) != true))
        {
            document.Dispose();
            throw Unsigned();
        }
        return document;
    }

    private Refused Unsigned()
    {
        logger.LogWarning("A call of the webhook of {Channel} had no valid signature", Name);
        return Refused.Forbidden("SignatureInvalid", "The signature is missing or not the right one.");
    }

    // In order for each citizen; citizens do not wait for each other.
    private async Task StoreAsync(List<Arrival> arrivals)
    {
        if (arrivals.Count == 1) await StoreAsync(arrivals[0]);
        else if (arrivals.Count > 1) await Task.WhenAll(arrivals.GroupBy(arrival => arrival.Citizen.User).Select(StoreOfOneAsync));
    }

    private async Task StoreOfOneAsync(IEnumerable<Arrival> arrivals)
    {
        foreach (var arrival in arrivals) await StoreAsync(arrival);
    }

    private async Task StoreAsync(Arrival arrival)
    {
        var now = time.GetUtcNow();
        if (now - arrival.At > options.OldestEvent)
        {
            logger.LogWarning("{Channel} brought an event of {At}, which is too old", Name, arrival.At);
            return;
        }
        if (arrival.IsHeard && !limits.AdmitsMessage(inbox.ConversationOf(arrival.Citizen.Channel, arrival.Account, arrival.Citizen.User)))
        {
            // An error would make the channel bring it again and again, with all that came along.
            logger.LogWarning("A conversation on {Channel} has more messages in a minute than Limits:MessagesPerMinute; one was left out", Name);
            return;
        }
        try
        {
            await inbox.ReceiveAsync(arrival.At <= now ? arrival : arrival with { At = now });
        }
        catch (FormatException)
        {
            logger.LogWarning("An event of {Channel} has text that is not Unicode", Name);
        }
    }
}
