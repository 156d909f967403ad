using System.Text.RegularExpressions;
using Knowledge.Answers;
using Knowledge.Passages;

namespace Bot.Conversations;

/// <summary>A number that the citizen reads back to have it confirmed: a telephone number, or a counter's.</summary>
public sealed partial record ReadBack(string Said, bool IsPhone)
{
    /// <summary>The code of the aspect whose section has the right number.</summary>
    public string Aspect => IsPhone ? Librarian.Phone : Librarian.Place;

    /// <summary>Finds one in a message; null when there is none.</summary>
    /// <param name="asksToConfirm">Whether the message asks if something is right: else the number may be the citizen's own.</param>
    public static ReadBack? Of(string message, bool asksToConfirm)
    {
        if (!asksToConfirm) return null;
        if (Phone().Match(message) is { Success: true } phone) return new ReadBack(phone.Value.Trim(), true);
        return Counter().Match(message) is { Success: true } counter ? new ReadBack(counter.Value, false) : null;
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

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"(?<![0-9.])0[2-9][0-9]?(?:[ .\-]?[0-9]){7,8}(?![0-9]|[ .\-][0-9])")]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?:quầy|quay|bàn|ban|cửa|cua)(?: số| so)? [0-9]{1,3}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Counter();
}
