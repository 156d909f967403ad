using Bot.Operation.Settings;

namespace Bot.Channels.Limits;

/// <summary>How much of a caller the channels bear.</summary>
public sealed record LimitOptions
{
    /// <summary>The largest body of a call.</summary>
    public int BodyBytes { get; init; } = 64 * 1024;

    /// <summary>The largest upload that is read to its end; nothing of it is kept.</summary>
    public int UploadBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>The largest body that a webhook brings: several events travel together.</summary>
    public int WebhookBytes { get; init; } = 1024 * 1024;

    /// <summary>How old an event may be that a webhook brings: channels repeat what was not acknowledged for up to 36 hours.</summary>
    public TimeSpan OldestEvent { get; init; } = TimeSpan.FromHours(48);

    /// <summary>Tokens, and likewise conversations, a minute from one network address.</summary>
    public int ConversationsPerMinute { get; init; } = 30;

    /// <summary>Messages a minute in one conversation.</summary>
    public int MessagesPerMinute { get; init; } = 60;

    public static LimitOptions From(IConfiguration configuration) => new()
    {
        BodyBytes = configuration.Whole("Limits:BodyBytes", 64 * 1024, 1024, 16 * 1024 * 1024),
        UploadBytes = configuration.Whole("Limits:UploadBytes", 20 * 1024 * 1024, 1024, 1024 * 1024 * 1024),
        WebhookBytes = configuration.Whole("Limits:WebhookBytes", 1024 * 1024, 1024, 64 * 1024 * 1024),
        OldestEvent = TimeSpan.FromHours(configuration.Whole("Limits:OldestEventHours", 48, 3, 24 * 365)),
        ConversationsPerMinute = configuration.Whole("Limits:ConversationsPerMinute", 30, 1, 100_000_000),
        MessagesPerMinute = configuration.Whole("Limits:MessagesPerMinute", 60, 1, 100_000_000),
    };
}
