using Bot.Channels.Limits;

namespace Bot.Channels.Entrance;

/// <summary>Says how large the bodies of an endpoint may be, where that is not Limits:BodyBytes.</summary>
public sealed record BodyBound(Func<LimitOptions, int> Most)
{
    public static BodyBound Upload { get; } = new(limits => limits.UploadBytes);

    public static BodyBound Webhook { get; } = new(limits => limits.WebhookBytes);
}
