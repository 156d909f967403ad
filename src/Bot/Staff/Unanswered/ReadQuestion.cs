using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Bot.Content;
using Bot.Conversations;

namespace Bot.Staff.Unanswered;

/// <summary>A recorded question as it is read now: as it was typed, which is the same whatever the notices say, and as it is understood.</summary>
public sealed class ReadQuestion(string text, Edition edition)
{
    // Takes twenty times as long, and most questions are found to be alike by their typing.
    private readonly Lazy<(ImmutableArray<string> Gist, bool IsTopic)> understood = new(() =>
    {
        var meant = edition.Librarian.Understand(text).Text;
        return (edition.Librarian.Gist(meant), edition.Intents.Recognize(meant).Any(intent => !Brain.Acts(intent)));
    });

    public string Text => text;

    /// <summary>Names what it says.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', Typed))).AsSpan(0, 8));

    /// <summary>What it says as it was typed.</summary>
    public ImmutableArray<string> Typed { get; } = edition.Librarian.Gist(edition.Librarian.AsTyped(text));

    /// <summary>What it says as it is understood.</summary>
    public ImmutableArray<string> Understood => understood.Value.Gist;

    /// <summary>Whether it is a topic that has a sentence of its own in replies.md.</summary>
    public bool IsTopic => understood.Value.IsTopic;
}
