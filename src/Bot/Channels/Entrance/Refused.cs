namespace Bot.Channels.Entrance;

/// <summary>A call that is refused, with the status and the protocol's error that the caller gets.</summary>
public sealed class Refused(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>How long to wait before the next try.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static Refused Malformed(string message) => new(400, "BadArgument", message);

    // Never 401: the web client then falls silent for good, while at 403 it reports an expired token and can be helped.
    public static Refused Forbidden(string code, string message) => new(403, code, message);

    public static Refused UnknownConversation() => new(404, "ConversationNotFound", "There is no such conversation; it may have been deleted.");

    public static Refused TooLarge(long most) => new(413, "MessageSizeTooBig", $"The body is larger than {most} bytes.");

    public static Refused TooMany(TimeSpan wait, string what) =>
        new(429, "TooManyRequests", $"Too many {what}; try again in {Math.Ceiling(wait.TotalSeconds)} seconds.") { RetryAfter = wait };
}
