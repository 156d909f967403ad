using Bot.Conversations;

namespace Bot.Content;

/// <summary>Everything that is read from the content folder, as it was at one moment.</summary>
public sealed record Edition(Brain Brain);
