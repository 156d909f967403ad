using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Bot.Content;
using Bot.Conversations;

namespace Bot.Staff.Unanswered;

/// <summary>A recorded question as it is read now: what it says as it was typed, which is the same whatever the notices say, and as it is understood.</summary>
/// <param name="IsTopic">Whether it is a topic that has a sentence of its own in replies.md.</param>
public sealed record ReadQuestion(string Text, ImmutableArray<string> Typed, ImmutableArray<string> Understood, bool IsTopic)
{
    /// <summary>Names what it says.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', Typed))).AsSpan(0, 8));

    // What is typed without diacritics is read by the words of the notices: of what none is about, the typing tells more.
    public ImmutableArray<ImmutableArray<string>> Gists => Typed.AsSpan().SequenceEqual(Understood.AsSpan()) ? [Typed] : [Typed, Understood];

    public static ReadQuestion Of(string text, Edition edition)
    {
        var understood = edition.Librarian.Understand(text).Text;
        var isTopic = edition.Intents.Recognize(understood).Any(intent => !Brain.Acts(intent));
        return new ReadQuestion(text, edition.Librarian.Gist(edition.Librarian.AsTyped(text)), edition.Librarian.Gist(understood), isTopic);
    }
}
