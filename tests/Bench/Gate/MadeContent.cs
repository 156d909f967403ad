using System.Text;
using Knowledge.Analysis;
using Knowledge.Notices;

namespace Bench.Gate;

/// <summary>Much content made of the repository's: its sections and example questions with some of their words exchanged, each notice about something of its own; always the same.</summary>
internal sealed class MadeContent
{
    private const int Seed = 20261126;
    private const int SectionsEach = 4;
    private const double Exchanged = 0.25;

    // With what the notice is about, a made question is as long as the repository's are: ten words.
    private const int LongestStart = 7;

    private readonly Random random = new(Seed);
    private readonly string[] words;
    private readonly string[] different;
    private readonly Section[] sections;
    private readonly int perSection;
    private int next;

    /// <summary>The repository's files, and made notices until there are so many with so many example questions.</summary>
    public MadeContent(IReadOnlyList<ContentFile> repository, Catalogue catalogue, int notices, int questions)
    {
        sections = [.. catalogue.Notices.Values.SelectMany(n => n.Sections).Where(s => s.Now is null)];
        words = [.. sections.SelectMany(s => Words(s.Text))];
        different = [.. words.Distinct()];
        var made = notices - catalogue.Notices.Count;
        var wanted = questions - catalogue.Notices.Values.Sum(n => n.Sections.Sum(s => s.Questions.Length));
        perSection = Math.Max(1, wanted / (made * SectionsEach));
        var left = wanted - made * SectionsEach * perSection;
        Files = [.. repository, .. Enumerable.Range(0, made).Select(i => Notice(i, i < left ? 1 : 0))];
    }

    public List<ContentFile> Files { get; }

    /// <summary>A made notice.</summary>
    /// <param name="more">How many example questions the first section has beyond the others.</param>
    public ContentFile Notice(int number, int more = 0)
    {
        // What it is about stands in every heading and question of it.
        var matter = string.Join(' ', Enumerable.Range(0, 3).Select(_ => different[random.Next(different.Length)]));
        var (front, body) = (new StringBuilder(), new StringBuilder());
        front.Append($$"""
            ---
            title: "Thủ tục {{matter}}"
            kind: thủ tục
            number: null
            issuer: Sở
            issued: 2026
            effective: { from: 2026, to: null, note: null }
            status: in-force
            audience: citizen
            superseded-by: []
            source: { name: "Văn bản giả định", url: null, seen: 2026-11-21 }
            reviewed: 2026-11-21
            code: null
            facts: {}
            questions:

            """);
        for (var i = 0; i < SectionsEach; i++)
        {
            var section = sections[next++ % sections.Length];
            front.Append($"  muc-{i}:\n");
            for (var q = 0; q < perSection + (i == 0 ? more : 0); q++)
                front.Append($"    - \"{Varied(section.Questions[(q + number) % section.Questions.Length].Ask, LongestStart)} {matter}\"\n");
            body.Append($"## {Varied(section.Heading)} {matter} {{#muc-{i}}}\n{Varied(section.Text)}\n\n");
        }
        return new ContentFile($"{NoticeReader.Folder}thu-tuc/gia-dinh-{number}.md", front.Append("---\n").Append(body).ToString());
    }

    /// <summary>Different questions like the example questions, with words exchanged: of twenty nine are typed well, six without diacritics, four with slips, one as raw keystrokes.</summary>
    public List<string> Asked(string[] examples, int count)
    {
        var asked = new HashSet<string>();
        for (var i = 0; asked.Count < count; i++)
        {
            var question = Varied(examples[random.Next(examples.Length)]);
            asked.Add((i % 20) switch { < 9 => question, < 15 => BadTyping.Any(question, 0, random), < 19 => BadTyping.Any(question, 1, random), _ => BadTyping.Any(question, 2, random) });
        }
        return [.. asked];
    }

    private string Varied(string text, int most = int.MaxValue) =>
        string.Join(' ', Words(text).Take(most).Select(word => random.NextDouble() < Exchanged ? words[random.Next(words.Length)] : word));

    private static IEnumerable<string> Words(string text)
    {
        var read = Tokenizer.Tokenize(Normalizer.Normalize(text));
        return read.Tokens.Select(token => read.ExactOf(token).ToString());
    }
}
