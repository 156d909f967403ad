using Bot.Conversations;

namespace Bot.Content;

/// <summary>The content that answers now; follows the folder on disk.</summary>
public sealed class LiveContent
{
    public Edition Current { get; private set; } = new(new Brain());
}
