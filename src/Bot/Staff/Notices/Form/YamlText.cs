using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Staff.Notices.Form;

/// <summary>Texts as YAML scalars: as they are where nobody could read them otherwise, in quotes elsewhere.</summary>
internal static partial class YamlText
{
    public const string Null = "null";

    /// <summary>A text; null for one that is empty.</summary>
    public static string Scalar(string? text) => string.IsNullOrWhiteSpace(text) ? Null : Value(text.Trim());

    /// <summary>A text that is always in quotes, as numbers of documents are; null for one that is empty.</summary>
    public static string Quoted(string? text) => string.IsNullOrWhiteSpace(text) ? Null : Quote(text.Trim());

    /// <summary>A text, also an empty one.</summary>
    public static string Value(string text) => Plain().IsMatch(text) && text is not ("null" or "true" or "false" or "yes" or "no") ? text : Quote(text);

    public static string List(IEnumerable<string> texts) => "[" + string.Join(", ", texts.Select(Value)) + "]";

    public static string Map(IEnumerable<(string Key, string Yaml)> pairs)
    {
        var all = string.Join(", ", pairs.Select(pair => $"{Value(pair.Key)}: {pair.Yaml}"));
        return all.Length == 0 ? "{}" : "{ " + all + " }";
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            if (letter is '"' or '\\') quoted.Append('\\').Append(letter);
            else if (letter is '\u2028' or '\u2029' or '\u0085' || char.IsControl(letter)) quoted.Append(' ');
            else quoted.Append(letter);
        }
        return quoted.Append('"').ToString();
    }

    // Words, numbers and dates with what stands between them; nothing that means something in YAML.
    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{M}\p{N} ./()?!%+;“”–-]*(?<! )\z")]
    private static partial Regex Plain();
}
