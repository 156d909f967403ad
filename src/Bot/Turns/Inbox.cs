using System.Text.Json;
using Bot.Protocol;
using Bot.Storage;
using Bot.Storage.Activities;

namespace Bot.Turns;

/// <summary>Where every channel leaves what a citizen sent: logged durably, then its turn is called.</summary>
public sealed class Inbox(ActivityLog log, KeyedHash hash, Outbox outbox, TurnRunner runner, TimeProvider time)
{
    /// <summary>Takes an activity in, without id and timestamp; returns the id that the log gave it, null when there is no such conversation.</summary>
    /// <exception cref="FormatException">The activity cannot be written down.</exception>
    /// <param name="clientId">The client's own id of the activity: the same again is the same activity.</param>
    /// <param name="sender">Who sent it as the limits on guessing know him: a network address, or the channel's id of the user.</param>
    public async Task<string?> ReceiveAsync(string conversation, Activity activity, string? clientId, string sender)
    {
        var answerable = TurnReading.Read(activity, time.GetUtcNow()) is not null;
        if (await log.AppendAsync(conversation, clientId, answerable, answerable ? hash.Of("sender", sender) : null, Write(activity)) is not { } receipt) return null;
        if (receipt.Repeated) return receipt.Id;
        outbox.Announce(conversation);
        if (answerable) runner.Notify(conversation);
        return receipt.Id;
    }

    private static byte[] Write(Activity activity)
    {
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(activity, ProtocolJson.Wire.Activity);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or JsonException)
        {
            // Half a surrogate pair can pass the reader and then fail the writer.
            throw new FormatException("The activity has text that is not Unicode.", error);
        }
    }
}
