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
    public async Task<string?> ReceiveAsync(string conversation, Activity activity, string? clientId, string sender) =>
        (await AppendAsync(conversation, activity, new NewActivity(Write(activity)) { ClientId = clientId }, sender, null))?.Id;

    /// <summary>Takes in what a webhook brought, and begins the conversation if it is the citizen's first word.</summary>
    /// <exception cref="FormatException">The activity cannot be written down.</exception>
    public async Task<Receipt> ReceiveAsync(Arrival arrival)
    {
        var conversation = ConversationOf(arrival.Citizen.Channel, arrival.Account, arrival.Citizen.User);
        var activity = arrival.Activity with { ChannelId = arrival.Activity.ChannelId ?? arrival.Citizen.Channel, From = arrival.Activity.From ?? new ChannelAccount(arrival.Citizen.User, Role: "user") };
        var logged = new NewActivity(Write(activity)) { ClientId = arrival.MessageId, Heard = arrival.IsHeard ? arrival.At : null };
        return (await AppendAsync(conversation, activity, logged, arrival.Citizen.Channel + " " + arrival.Citizen.User, arrival.Citizen))!;
    }

    /// <summary>Takes in an event of the bot's own, which opens no window of the channel.</summary>
    public Task CallAsync(string conversation, Activity activity) => AppendAsync(conversation, activity, new NewActivity(Write(activity)), null, null);

    /// <summary>The id of a conversation on a channel: always the same for the same citizen, and telling nothing about him.</summary>
    public string ConversationOf(string channel, string account, string user)
    {
        // Letters only, as everywhere: a run of digits would look like somebody's number and be masked in the log.
        var letters = hash.Of("conversation", channel + "\n" + account + "\n" + user).AsSpan(0, 14);
        return string.Create(channel.Length + 1 + 28, (Channel: channel, Letters: letters.ToArray()), static (text, from) =>
        {
            from.Channel.CopyTo(text);
            text[from.Channel.Length] = '-';
            for (var i = 0; i < 28; i++) text[from.Channel.Length + 1 + i] = (char)('a' + (i % 2 == 0 ? from.Letters[i / 2] >> 4 : from.Letters[i / 2] & 15));
        });
    }

    private async Task<Receipt?> AppendAsync(string conversation, Activity activity, NewActivity logged, string? sender, Citizen? citizen)
    {
        // The moment is in the JSON only; what turns need of it are the days.
        var now = time.GetUtcNow();
        var isPending = TurnReading.Read(activity, now) is not null;
        if (isPending && await AnswerAtOnceAsync(conversation, activity with { Timestamp = now }, now, logged, citizen) is { } answered) return answered;
        if (isPending) logged = logged with { IsPending = true, Sender = sender is null ? null : hash.Of("sender", sender) };
        if (await log.AppendAsync(conversation, logged, citizen) is not { } receipt) return null;
        if (receipt.Repeated) return receipt;
        outbox.Announce(conversation);
        if (isPending) runner.Notify(conversation, receipt.Next is { } next ? next with { Activity = activity with { Timestamp = now } } : null);
        return receipt;
    }

    // Nearly every message finds its conversation at rest and needs nothing but a decision, which is made before the channel has its acknowledgement:
    // so one transaction does where there would be two.
    private async Task<Receipt?> AnswerAtOnceAsync(string conversation, Activity activity, DateTimeOffset since, NewActivity logged, Citizen? citizen)
    {
        if (log.AtRest(conversation, logged, citizen?.Address) is not { } message) return null;
        return await runner.AnswerAtOnceAsync(message with { Activity = activity }, logged, since) is null ? null : new Receipt(message.Id, Repeated: false);
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
