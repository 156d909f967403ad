using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Knowledge.Notices;

namespace Bot.Conversations;

/// <summary>
/// Every sentence that the bot says of its own accord, by key, with its {placeholders}; read from replies.md. A sentence that a notice says, too, names
/// the section: "## key {source=notice#section}".
/// </summary>
public sealed partial class Wording
{
    /// <summary>The file it is read from.</summary>
    public const string File = "replies.md";

    private readonly FrozenDictionary<string, string> sentences;
    private readonly FrozenDictionary<string, SectionAddress> sources;

    private Wording(IReadOnlyDictionary<string, string> sentences, IReadOnlyDictionary<string, SectionAddress> sources, bool isEnglish = false) =>
        (this.sentences, this.sources, IsEnglish) = (sentences.ToFrozenDictionary(), sources.ToFrozenDictionary(), isEnglish);

    /// <summary>What the key of a sentence ends in where the sentence is English.</summary>
    public const string EnglishSuffix = ".en";

    /// <summary>The same in English, where there is a sentence "key.en".</summary>
    public Wording InEnglish() => new(sentences.ToDictionary(s => s.Key, s => sentences.GetValueOrDefault(s.Key + EnglishSuffix, s.Value)), sources, isEnglish: true);

    /// <summary>Whether these are the English sentences.</summary>
    public bool IsEnglish { get; }

    /// <summary>A day as the language writes it.</summary>
    public string Day(DateOnly day) => IsEnglish ? new PartialDate(day.Year, day.Month, day.Day).InEnglish() : VietnamTime.Write(day);

    /// <summary>Every key there is.</summary>
    public IEnumerable<string> Keys => sentences.Keys;

    /// <summary>The sections that sentences name as their sources, by key.</summary>
    public IReadOnlyDictionary<string, SectionAddress> Sources => sources;

    /// <summary>Whether there is a sentence for a key.</summary>
    public bool Has(string key) => sentences.ContainsKey(key);

    /// <summary>The sentence for a key; the key itself in brackets when staff have not written it yet.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        if (!sentences.TryGetValue(key, out var sentence)) return $"[{key}]";
        if (values.IsEmpty) return sentence;
        var filled = new StringBuilder(sentence);
        foreach (var (name, value) in values) filled.Replace("{" + name + "}", value);
        return filled.ToString();
    }

    /// <summary>The sentence for a key as a list, an item a line.</summary>
    public ImmutableArray<string> Items(string key) => [.. Say(key).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimStart('-', ' '))];

    /// <summary>Reads "## key" and the text below it; what the agency is called is filled in at once.</summary>
    public static Wording Read(ContentFile file, Agency agency, ICollection<Fault> faults)
    {
        var (sentences, sources) = (new Dictionary<string, string>(), new Dictionary<string, SectionAddress>());
        string? key = null;
        var text = new StringBuilder();
        var (number, keyLine) = (0, 0);
        var lines = new Dictionary<string, int>();
        foreach (var line in file.Text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                Keep();
                (key, keyLine) = (line[3..].Trim(), number);
                if (Sourced().Match(key) is not { Success: true } sourced) continue;
                key = sourced.Groups["key"].Value;
                if (SectionAddress.TryParse(sourced.Groups["source"].Value, out var source)) sources[key] = source;
                else faults.Add(new Fault(file.Path, number, $"«{key}»: nguồn phải được viết là văn-bản#mục"));
            }
            // A heading above the keys, and what staff are told below it, is nobody's sentence.
            else if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                Keep();
                key = null;
            }
            else if (key is not null) text.Append(line).Append('\n');
        }
        Keep();
        foreach (var (english, line) in lines.Where(k => k.Key.EndsWith(EnglishSuffix, StringComparison.Ordinal))) Compare(english[..^EnglishSuffix.Length], english, line);
        return new Wording(sentences, sources);

        // What is filled in in one language and not in the other would be left out, or stand there in braces.
        void Compare(string vietnamese, string english, int line)
        {
            if (!sentences.TryGetValue(vietnamese, out var sentence)) faults.Add(new Fault(file.Path, line, $"«{english}»: không có câu tiếng Việt «{vietnamese}»"));
            else if (!Names(sentence).SetEquals(Names(sentences[english]))) faults.Add(new Fault(file.Path, line, $"«{english}»: các chữ trong ngoặc nhọn phải như ở «{vietnamese}»"));
        }

        void Keep()
        {
            var sentence = text.ToString().Trim().Normalize();
            text.Clear();
            if (key is null) return;
            foreach (var (name, value) in agency.Placeholders) sentence = sentence.Replace("{" + name + "}", value);
            if (sentence.Length == 0) faults.Add(new Fault(file.Path, keyLine, $"«{key}» không có câu nào"));
            else if (sentences.TryAdd(key, sentence)) lines[key] = keyLine;
            else faults.Add(new Fault(file.Path, keyLine, $"«{key}» có hai lần"));
        }
    }

    private static HashSet<string> Names(string sentence) => [.. Placeholder().Matches(sentence).Select(match => match.Value)];

    [GeneratedRegex(@"\{[a-z-]+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^(?<key>\S+)\s+\{source=(?<source>[^}]*)\}$")]
    private static partial Regex Sourced();
}
