using System.Collections.Immutable;

namespace Bot.Conversations;

/// <summary>What a question asks for, for which part of a text leads: the words it is about, without diacritics, and whether it asks if something is so.</summary>
public sealed record AskedFor(IReadOnlySet<string> Words, bool IsWhether)
{
    /// <summary>Nothing that is known: the text stays as it was written.</summary>
    public static AskedFor Nothing { get; } = new(ImmutableHashSet<string>.Empty, true);
}
