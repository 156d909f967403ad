using System.Globalization;
using System.Text.RegularExpressions;
using Knowledge.Analysis;
using Knowledge.Passages;

namespace Bot.Conversations;

/// <summary>The number of a document that the citizen names: «công điện 06», «chỉ thị số 15».</summary>
public static partial class DocumentNumber
{
    /// <summary>
    /// The document that a message names by a number which the passage's notice does not have, where the passage names one of the same kind by another;
    /// null when there is none. That a number is right is not said: what is asked may be wrong in something else.
    /// </summary>
    public static string? Wrong(string message, Passage passage)
    {
        foreach (var said in Document().Matches(message.Normalize()).Cast<Match>())
            if (Names(passage.Section.Text, said) is false && passage.Notice.Sections.All(section => Names(section.Text, said) is not true))
                return said.Value;
        return null;
    }

    // Whether a text names the same number; null when it names no document of the kind.
    private static bool? Names(string text, Match said)
    {
        var numbers = Document().Matches(text).Where(named => Kind(named) == Kind(said)).Select(Number).ToList();
        return numbers.Count == 0 ? null : numbers.Contains(Number(said));
    }

    private static string Kind(Match document) => Tokenizer.Tokenize(Normalizer.Normalize(document.Groups["kind"].Value)).Folded;

    private static int Number(Match document) => int.Parse(document.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(?<kind>công điện|cong dien|chỉ thị|chi thi|công văn|cong van|nghị định|nghi dinh|thông tư|thong tu|quyết định|quyet dinh)(?: số| so)? (?<number>[0-9]{1,5})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Document();
}
