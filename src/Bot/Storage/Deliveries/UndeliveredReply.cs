namespace Bot.Storage.Deliveries;

/// <summary>A line of the list of undelivered replies.</summary>
public sealed record UndeliveredReply(string Conversation, long Seq, string Channel, DeliveryStatus Status, int Tries, DateTimeOffset Created, DateTimeOffset Due, string? Trouble);
