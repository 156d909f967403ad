using System.Collections.Immutable;
using Bot.Channels.Entrance;

namespace Bot.Channels.DirectLine.Access;

/// <summary>What a token says: this user may take part in this conversation, from these websites (any, when none is named).</summary>
public sealed record Grant(string Conversation, string User, ImmutableArray<string> Origins)
{
    /// <summary>A new user in a new conversation.</summary>
    public static Grant New(string? user = null, ImmutableArray<string> origins = default) =>
        new(Ids.Conversation(), user ?? Ids.User(), origins.IsDefault ? [] : origins);
}
