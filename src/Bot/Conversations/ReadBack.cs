using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Knowledge.Answers;
using Knowledge.Passages;

namespace Bot.Conversations;

/// <summary>A number that the citizen reads back to have it confirmed: a telephone number, or a counter's.</summary>
public sealed partial record ReadBack(string Said, bool IsPhone)
{
    /// <summary>The code of the aspect whose section has the right number.</summary>
    public string Aspect => IsPhone ? Librarian.Phone : Librarian.Place;

    /// <summary>Finds those in a message, of one kind.</summary>
    /// <param name="asksToConfirm">Whether the message asks if something is right: else one number may be the citizen's own. Several counters are a choice to be made.</param>
    public static ImmutableArray<ReadBack> Of(string message, bool asksToConfirm)
    {
        if (asksToConfirm && Phone().Match(message) is { Success: true } phone) return [new ReadBack(phone.Value.Trim(), true)];
        ImmutableArray<ReadBack> counters = [.. Counter().Matches(message).SelectMany(Numbers).Distinct()];
        return asksToConfirm || counters.Length > 1 ? counters : [];
    }

    /// <summary>Whether passages name the same number; null when they name none of its kind.</summary>
    public bool? IsIn(params IEnumerable<Passage?> passages)
    {
        var numbers = passages.OfType<Passage>().SelectMany(p => (IsPhone ? Phone() : Counter()).Matches(p.Section.Text)).Select(m => Digits(m.Value)).ToList();
        return numbers.Count == 0 ? null : numbers.Contains(Digits(Said));
    }

    /// <summary>Whether what was found names the same number, and the passage that tells: the older one where it has it, for what is in force may only repeat it.</summary>
    public (bool IsRight, Passage Where)? Judged(Finding.Said said)
    {
        if (IsIn(said.Passage) is true) return (true, said.Passage);
        if (said.Now is { } now && IsIn(now) is { } isInNow) return (isInNow, now);
        return IsIn(said.Passage) is null ? null : (false, said.Passage);
    }

    // "Quầy 9 hay 19": the second of two need not be called a counter again.
    private static IEnumerable<ReadBack> Numbers(Match match) =>
        match.Groups["other"].Captures.Select(other => new ReadBack($"{match.Groups["kind"].Value} {other.Value}", false)).Prepend(new ReadBack(match.Groups["first"].Value, false));

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"(?<![0-9.])0[2-9][0-9]?(?:[ .\-]?[0-9]){7,8}(?![0-9]|[ .\-][0-9])")]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b(?<first>(?<kind>quầy|quay|bàn|ban|cửa|cua)(?: số| so)? [0-9]{1,3})\b(?: (?:hay|hoặc|hoac)(?: là| la)? (?<other>[0-9]{1,3})\b)*", RegexOptions.IgnoreCase)]
    private static partial Regex Counter();
}
