using System.Collections.Immutable;
using Knowledge.Notices;

namespace Knowledge.Analysis;

/// <summary>The words that staff keep, each kind read from a file of its own: short forms, synonyms, fillers, light and joining words, aspects, roles, English.</summary>
public sealed record Vocabulary(ImmutableArray<Abbreviation> Abbreviations, ImmutableArray<ImmutableArray<string>> Synonyms, ImmutableArray<string> Fillers)
{
    public const string AbbreviationsFile = "abbreviations.md";
    public const string SynonymsFile = "synonyms.md";
    public const string FillersFile = "fillers.md";
    public const string LightWordsFile = "light-words.md";
    public const string AspectsFile = "aspects.md";
    public const string JoiningWordsFile = "joining-words.md";
    public const string RolesFile = "roles.md";
    public const string EnglishFile = "english.md";

    private const string Negation = "không";
    private const string Asking = "tiếng để hỏi";

    // One bit each.
    private const int MostAspects = 32;

    public static Vocabulary Empty { get; } = new([], [], []);

    /// <summary>Words that say little of what a question is about.</summary>
    public ImmutableArray<string> LightWords { get; init; } = [];

    /// <summary>What can be asked about any matter, in the file's order.</summary>
    public ImmutableArray<Aspect> Aspects { get; init; } = [];

    /// <summary>Words that join two questions in one message.</summary>
    public ImmutableArray<string> JoiningWords { get; init; } = [];

    /// <summary>Words without which a text asks nothing.</summary>
    public ImmutableArray<string> AskingWords { get; init; } = [];

    /// <summary>The roles in what is told: who does not do something is not the same as to whom it is not done.</summary>
    public ImmutableArray<Role> Roles { get; init; } = [];

    /// <summary>Words that say that somebody does not do something.</summary>
    public ImmutableArray<string> Negations { get; init; } = [];

    /// <summary>English words and phrases with what the notices call it; an empty text for what is left out.</summary>
    public ImmutableArray<(string English, string Vietnamese)> English { get; init; } = [];

    /// <summary>Every word and phrase written out, as people may say it.</summary>
    public IEnumerable<string> Words => Abbreviations.Select(a => a.Expansion).Concat(Synonyms.SelectMany(s => s)).Concat(Fillers).Concat(LightWords).Concat(Aspects.SelectMany(a => a.Phrases));

    /// <summary>Reads the files; a line that cannot be understood becomes a fault and is left out.</summary>
    public static Vocabulary Read(IEnumerable<ContentFile> files, ICollection<Fault> faults)
    {
        var vocabulary = Empty;
        foreach (var file in files)
        {
            vocabulary = file.Path switch
            {
                AbbreviationsFile => vocabulary with { Abbreviations = ReadAbbreviations(file, faults) },
                SynonymsFile => vocabulary with { Synonyms = ReadSynonyms(file, faults) },
                FillersFile => vocabulary with { Fillers = [.. Bullets(Lines(file))] },
                LightWordsFile => vocabulary with { LightWords = [.. Bullets(Lines(file))] },
                JoiningWordsFile => vocabulary with { JoiningWords = [.. Bullets(Lines(file).TakeWhile(l => !l.Text.StartsWith("## ", StringComparison.Ordinal)))], AskingWords = [.. Groups(file).Where(g => g.Name == Asking).SelectMany(g => g.Words)] },
                RolesFile => vocabulary with { Roles = [.. Groups(file).Where(g => g.Name != Negation).Select(g => new Role(g.Words, g.Name.Split(':', 2, StringSplitOptions.TrimEntries) is [_, var audience] ? audience : null))], Negations = [.. Groups(file).Where(g => g.Name == Negation).SelectMany(g => g.Words)] },
                EnglishFile => vocabulary with { English = ReadEnglish(file, faults) },
                AspectsFile => vocabulary with { Aspects = ReadAspects(file, faults) },
                _ => vocabulary,
            };
        }
        return vocabulary;
    }

    // Rows of a table: | short | meaning | neighbours, by commas |
    private static ImmutableArray<Abbreviation> ReadAbbreviations(ContentFile file, ICollection<Fault> faults)
    {
        var rows = ImmutableArray.CreateBuilder<Abbreviation>();
        foreach (var (line, number) in Lines(file).Where(l => l.Text.StartsWith('|')).Skip(2))
        {
            var cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length < 2 || cells[0].Length == 0 || cells[1].Length == 0)
            {
                faults.Add(new Fault(file.Path, number, "dòng của bảng phải có: | viết tắt | nghĩa | khi đứng cạnh |"));
                continue;
            }
            var neighbours = cells.Length > 2 && cells[2].Length > 0
                ? new PhraseTable<bool>(cells[2].Split(',', StringSplitOptions.TrimEntries).Select(word => (word, true)))
                : null;
            foreach (var form in cells[0].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                rows.Add(new Abbreviation(form, cells[1], neighbours));
        }
        return rows.ToImmutable();
    }

    // Rows of a table: | English, by commas | tiếng Việt |, and bullets of what is left out
    private static ImmutableArray<(string, string)> ReadEnglish(ContentFile file, ICollection<Fault> faults)
    {
        var rows = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var (line, number) in Lines(file).Where(l => l.Text.StartsWith('|')).Skip(2))
        {
            if (line.Trim('|').Split('|', StringSplitOptions.TrimEntries) is [{ Length: > 0 } english, { Length: > 0 } vietnamese])
                rows.AddRange(english.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(e => (e, vietnamese)));
            else faults.Add(new Fault(file.Path, number, "dòng của bảng phải có: | English | tiếng Việt |"));
        }
        rows.AddRange(Bullets(Lines(file).SkipWhile(l => !l.Text.StartsWith('|'))).Select(e => (e, "")));
        return rows.ToImmutable();
    }

    // Bullets: - nộp hồ sơ = gửi giấy tờ = đưa hồ sơ
    private static ImmutableArray<ImmutableArray<string>> ReadSynonyms(ContentFile file, ICollection<Fault> faults)
    {
        var sets = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var (line, number) in Lines(file).Where(l => l.Text.StartsWith("- ", StringComparison.Ordinal)))
        {
            var words = line[2..].Split('=', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 2) faults.Add(new Fault(file.Path, number, "một nhóm từ cùng nghĩa cần ít nhất hai từ, nối bằng dấu ="));
            else sets.Add([.. words]);
        }
        return sets.ToImmutable();
    }

    // "## fee: lệ phí" and bullets: - lệ phí, bao nhiêu tiền; a name that ends in a star is not reported as missing, "= section" answers for every matter
    private static ImmutableArray<Aspect> ReadAspects(ContentFile file, ICollection<Fault> faults)
    {
        var aspects = ImmutableArray.CreateBuilder<Aspect>();
        var lines = Lines(file).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].Text.StartsWith("## ", StringComparison.Ordinal)) continue;
            var phrases = Bullets(lines.Skip(i + 1).TakeWhile(l => !l.Text.StartsWith('#'))).ToImmutableArray();
            var parts = lines[i].Text[3..].Split('=', 2, StringSplitOptions.TrimEntries);
            SectionAddress? general = parts.Length > 1 && SectionAddress.TryParse(parts[1], out var address) ? address : null;
            if (parts[0].Split(':', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } code, { Length: > 1 } name] && !phrases.IsEmpty && (parts.Length == 1 || general is not null))
                aspects.Add(new Aspect(code, name.TrimEnd('*'), !name.EndsWith('*'), phrases, general));
            else faults.Add(new Fault(file.Path, lines[i].Number, "phải viết «## mã: tên gọi» hoặc «## mã: tên gọi = văn-bản#mục», bên dưới có ít nhất một cách hỏi"));
        }
        if (aspects.Count > MostAspects) faults.Add(new Fault(file.Path, 1, $"nhiều nhất {MostAspects} điều"));
        return [.. aspects.Take(MostAspects)];
    }

    // "## name" and bullets
    private static IEnumerable<(string Name, ImmutableArray<string> Words)> Groups(ContentFile file)
    {
        var lines = Lines(file).ToList();
        return Enumerable.Range(0, lines.Count).Where(i => lines[i].Text.StartsWith("## ", StringComparison.Ordinal))
            .Select(i => (lines[i].Text[3..].Trim(), Bullets(lines.Skip(i + 1).TakeWhile(l => !l.Text.StartsWith('#'))).ToImmutableArray()));
    }

    // Bullets: - cho em hỏi, cho hỏi, xin hỏi
    private static IEnumerable<string> Bullets(IEnumerable<(string Text, int Number)> lines) =>
        lines.Where(l => l.Text.StartsWith("- ", StringComparison.Ordinal)).SelectMany(l => l.Text[2..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<(string Text, int Number)> Lines(ContentFile file) => file.Text.Split('\n').Select((line, i) => (line.Trim(), i + 1));
}
