using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Knowledge.Notices;

/// <summary>The YAML head of a notice, read key by key; what is wrong becomes a fault at its line, what was never asked for is an unknown key.</summary>
internal sealed class FrontMatter
{
    private readonly string file;
    private readonly int firstLine;
    private readonly YamlMappingNode mapping;
    private readonly ICollection<Fault> faults;
    private readonly HashSet<string> asked = [];

    private FrontMatter(string file, int firstLine, YamlMappingNode mapping, ICollection<Fault> faults) =>
        (this.file, this.firstLine, this.mapping, this.faults) = (file, firstLine, mapping, faults);

    /// <summary>Reads a whole YAML text that begins at a line of the file; null (and a fault) when it is not a mapping.</summary>
    public static FrontMatter? Read(string file, int firstLine, string yaml, ICollection<Fault> faults)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode mapping) return new FrontMatter(file, firstLine, mapping, faults);
            faults.Add(new Fault(file, firstLine, "phần đầu tệp phải gồm các dòng «khóa: giá trị»"));
        }
        catch (YamlException error)
        {
            faults.Add(new Fault(file, firstLine + (int)error.Start.Line - 1, "YAML sai: " + error.Message));
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            // What YamlDotNet throws, beside its own exception, when a list or mapping never ends.
            faults.Add(new Fault(file, firstLine, "YAML sai: có dấu mở ngoặc mà không đóng"));
        }
        return null;
    }

    /// <summary>The line of a key in the file.</summary>
    public int LineOf(string key) => Find(key) is { } node ? Line(node) : firstLine;

    /// <summary>A text that must be there; empty with a fault when it is not.</summary>
    public string Text(string key)
    {
        if (OptionalText(key) is { } text) return text;
        faults.Add(new Fault(file, firstLine, $"thiếu «{key}»"));
        return "";
    }

    /// <summary>A text that may be missing or null.</summary>
    public string? OptionalText(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode scalar => IsNull(scalar) ? null : scalar.Value!.Normalize(),
        var other => Wrong<string>(other, $"«{key}» phải là một dòng chữ"),
    };

    /// <summary>A list of texts; empty when missing.</summary>
    public IEnumerable<string> Texts(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list when list.All(n => n is YamlScalarNode) => list.Select(n => ((YamlScalarNode)n).Value!.Normalize()),
        var other => Wrong<string[]>(other, $"«{key}» phải là một danh sách: [một, hai]") ?? [],
    };

    /// <summary>A date as precise as it is written; null when missing or faulty.</summary>
    public PartialDate? Date(string key)
    {
        if (OptionalText(key) is not { } text) return null;
        if (PartialDate.TryParse(text, out var date)) return date;
        faults.Add(new Fault(file, LineOf(key), $"«{key}: {text}» không phải ngày; hãy viết 2020, 2020-08 hoặc 2020-08-05"));
        return null;
    }

    /// <summary>A whole day that must be there; the first of all days with a fault when it is not.</summary>
    public DateOnly Day(string key)
    {
        if (Date(key) is { Day: not null } date) return date.First;
        faults.Add(new Fault(file, LineOf(key), $"«{key}» phải là một ngày như 2026-11-21"));
        return DateOnly.MinValue;
    }

    /// <summary>A mapping below a key, to be read the same way; null when missing.</summary>
    public FrontMatter? Map(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode scalar when IsNull(scalar) => null,
        YamlMappingNode map => new FrontMatter(file, firstLine, map, faults),
        var other => Wrong<FrontMatter>(other, $"«{key}» phải gồm các dòng «khóa: giá trị» hoặc {{ khóa: giá trị }}"),
    };

    /// <summary>Every key with its text, for mappings whose keys are free.</summary>
    public IEnumerable<(string Key, string Value, int Line)> Pairs()
    {
        foreach (var (key, value) in mapping.Children)
        {
            var name = ((YamlScalarNode)key).Value!;
            asked.Add(name);
            if (value is YamlScalarNode scalar) yield return (name, (scalar.Value ?? "").Normalize(), Line(value));
            else Wrong<string>(value, $"«{name}» phải là một dòng chữ");
        }
    }

    /// <summary>The example questions below a mapping of section ids: each a text, or a mapping of ask and contains.</summary>
    public IEnumerable<(string Section, int Line, List<ExampleQuestion> Questions)> Questions()
    {
        foreach (var (key, value) in mapping.Children)
        {
            var section = ((YamlScalarNode)key).Value!;
            asked.Add(section);
            if (value is not YamlSequenceNode list)
            {
                Wrong<string>(value, $"câu hỏi của mục «{section}» phải là một danh sách, mỗi câu một dòng «- …»");
                continue;
            }
            yield return (section, Line(key), [.. list.Select(Question).OfType<ExampleQuestion>()]);
        }
    }

    /// <summary>What codes cost, below a mapping of section ids: { code: CV, each: 20000 }.</summary>
    public IEnumerable<(string Section, int Line, Amount Amount)> Amounts()
    {
        foreach (var key in mapping.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value!))
        {
            if (Map(key) is not { } map) continue;
            var (code, each) = (map.Text("code"), map.Text("each"));
            map.ReportUnknownKeys();
            if (int.TryParse(each, out var value) && value > 0 && code.Length > 0) yield return (key, LineOf(key), new Amount(code, value));
            else faults.Add(new Fault(file, LineOf(key), $"«{key}»: viết {{ code: CV, each: 20000 }}"));
        }
    }

    /// <summary>Reports every key that nobody asked for.</summary>
    public void ReportUnknownKeys()
    {
        foreach (var key in mapping.Children.Keys.OfType<YamlScalarNode>())
            if (!asked.Contains(key.Value!))
                faults.Add(new Fault(file, Line(key), $"không biết khóa «{key.Value}»"));
    }

    private ExampleQuestion? Question(YamlNode node)
    {
        if (node is YamlScalarNode scalar) return new ExampleQuestion(scalar.Value!.Normalize(), [], Line(node));
        if (node is not YamlMappingNode map) return Wrong<ExampleQuestion>(node, "mỗi câu hỏi là một dòng chữ, hoặc «ask:» và «contains:»");
        var reader = new FrontMatter(file, firstLine, map, faults);
        var question = new ExampleQuestion(reader.Text("ask"), [.. reader.Texts("contains")], Line(node));
        reader.ReportUnknownKeys();
        return question;
    }

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return mapping.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
    }

    private T? Wrong<T>(YamlNode node, string message) where T : class
    {
        faults.Add(new Fault(file, Line(node), message));
        return null;
    }

    private int Line(YamlNode node) => firstLine + (int)node.Start.Line - 1;

    private static bool IsNull(YamlScalarNode scalar) => scalar.Style == ScalarStyle.Plain && scalar.Value is null or "" or "null" or "~";
}
