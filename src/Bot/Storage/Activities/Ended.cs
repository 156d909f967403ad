using Bot.Storage.Deliveries;

namespace Bot.Storage.Activities;

/// <summary>A turn that was ended and is on disk.</summary>
/// <param name="Next">Its replies as they are to be delivered; empty when others of the conversation come before them, or nothing is delivered.</param>
public sealed record Ended(IReadOnlyList<QueuedDelivery> Next);
