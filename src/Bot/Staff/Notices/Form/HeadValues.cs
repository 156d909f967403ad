using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bot.Staff.Notices.Form;

/// <summary>The values of a YAML mapping as the texts of a form; remembers whether there was anything that a form could not show.</summary>
internal sealed class HeadValues
{
    private readonly YamlMappingNode mapping;
    private readonly HeadValues? outer;
    private bool isOdd;

    private HeadValues(YamlMappingNode mapping, HeadValues? outer = null) => (this.mapping, this.outer) = (mapping, outer);

    /// <summary>Whether something was read that a form could not show.</summary>
    public bool IsOdd => isOdd;

    public IEnumerable<string> Keys => mapping.Children.Keys.Select(key => (key as YamlScalarNode)?.Value ?? "");

    /// <summary>Reads a mapping; null where the text is none.</summary>
    public static HeadValues? Read(string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents is [{ RootNode: YamlMappingNode mapping }] ? new HeadValues(mapping) : null;
        }
        catch (Exception error) when (error is YamlException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A text; empty where there is none.</summary>
    public string Text(string key) => Find(key) is { } node ? Text(node) : "";

    /// <summary>A list of texts, a line each.</summary>
    public string Lines(string key) => string.Join('\n', List(key).Select(Text));

    /// <summary>A mapping below a key; an empty one where there is none.</summary>
    /// <param name="known">The keys that it may have; none: any.</param>
    public HeadValues Map(string key, params ReadOnlySpan<string> known)
    {
        var map = Find(key) switch
        {
            null => null,
            YamlMappingNode found => found,
            YamlScalarNode scalar when IsNull(scalar) => null,
            _ => Odd<YamlMappingNode>(),
        };
        var values = new HeadValues(map ?? [], this);
        foreach (var name in values.Keys) if (name.Length == 0 || (known.Length > 0 && !known.Contains(name))) Odd<object>();
        return values;
    }

    /// <summary>The example questions below a key.</summary>
    public List<QuestionLine> Questions(string key) => [.. List(key).Select(Question).OfType<QuestionLine>()];

    private QuestionLine? Question(YamlNode node)
    {
        if (node is YamlScalarNode) return Kept(new QuestionLine(Text(node), []));
        if (node is not YamlMappingNode map) return Odd<QuestionLine>();
        var values = new HeadValues(map, this);
        if (values.Keys.Any(name => name is not ("ask" or "contains"))) return Odd<QuestionLine>();
        return Kept(new QuestionLine(values.Text("ask"), [.. values.List("contains").Select(Text)]));
    }

    private QuestionLine Kept(QuestionLine line) => line.IsPlain ? line : Odd<QuestionLine>() ?? line;

    private IEnumerable<YamlNode> List(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => list,
        YamlScalarNode scalar when IsNull(scalar) => [],
        _ => Odd<YamlNode[]>() ?? [],
    };

    private string Text(YamlNode node)
    {
        if (node is not YamlScalarNode scalar) return Odd<string>() ?? "";
        if (IsNull(scalar)) return "";
        var text = scalar.Value!.Normalize();
        return text.Trim() == text && !text.Any(char.IsControl) ? text : Odd<string>() ?? "";
    }

    private YamlNode? Find(string key) => mapping.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    private T? Odd<T>() where T : class
    {
        for (var one = this; one is not null; one = one.outer) one.isOdd = true;
        return null;
    }

    private static bool IsNull(YamlScalarNode scalar) => scalar.Style == ScalarStyle.Plain && scalar.Value is null or "" or "null" or "~";
}
