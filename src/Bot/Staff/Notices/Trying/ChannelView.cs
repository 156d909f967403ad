using System.Collections.Immutable;
using Bot.Channels.Fitting;

namespace Bot.Staff.Notices.Trying;

/// <summary>A reply as a channel without web pages shows it.</summary>
/// <param name="Pieces">The messages that it becomes.</param>
/// <param name="IsCut">Whether the channel leaves out its end and points to a page instead.</param>
public sealed record ChannelView(ImmutableArray<Piece> Pieces, bool IsCut);
