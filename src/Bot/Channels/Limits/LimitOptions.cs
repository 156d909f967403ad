using Bot.Operation.Settings;

namespace Bot.Channels.Limits;

/// <summary>How much of a caller the channels bear.</summary>
public sealed record LimitOptions
{
    /// <summary>The largest body of a call.</summary>
    public int BodyBytes { get; init; } = 64 * 1024;

    /// <summary>The largest upload that is read to its end; nothing of it is kept.</summary>
    public int UploadBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Tokens, and likewise conversations, a minute from one network address.</summary>
    public int ConversationsPerMinute { get; init; } = 30;

    /// <summary>Messages a minute in one conversation.</summary>
    public int MessagesPerMinute { get; init; } = 60;

    public static LimitOptions From(IConfiguration configuration) => new()
    {
        BodyBytes = configuration.Whole("Limits:BodyBytes", 64 * 1024, 1024, 16 * 1024 * 1024),
        UploadBytes = configuration.Whole("Limits:UploadBytes", 20 * 1024 * 1024, 1024, 1024 * 1024 * 1024),
        ConversationsPerMinute = configuration.Whole("Limits:ConversationsPerMinute", 30, 1, 100_000_000),
        MessagesPerMinute = configuration.Whole("Limits:MessagesPerMinute", 60, 1, 100_000_000),
    };
}
