using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Conversations;

/// <summary>The points of a list in a section, for those who ask for one of them by its place.</summary>
public static partial class Items
{
    /// <summary>The points, in their order; none where there is no list.</summary>
    public static ImmutableArray<string> Of(string markdown) => [.. Point().Matches(markdown).Select(m => m.Groups[1].Value.Trim())];

    [GeneratedRegex(@"^(?:[-*]|\d+\.) +(.+)$", RegexOptions.Multiline)]
    private static partial Regex Point();
}
