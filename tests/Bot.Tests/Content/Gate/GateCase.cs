using System.Collections.Immutable;
using System.Text;
using Bot.Content;
using Bot.Storage.Questions;
using Knowledge.Notices;

namespace Bot.Tests.Content.Gate;

/// <summary>A case of cases.md: two contents that differ, the questions that were recorded, and the changes that must be seen.</summary>
internal sealed record GateCase(string Name, Edition Live, Edition Candidate, ImmutableArray<AskedQuestion> Recorded, ImmutableArray<string> Changes)
{
    private const string Common = "chung";

    private static readonly ImmutableArray<ContentFile> Rest =
        [.. new ContentFolder(Path.Combine(AppContext.BaseDirectory, "Fixture")).Read().Files.Where(f => !f.Path.StartsWith(NoticeReader.Folder, StringComparison.Ordinal))];

    /// <summary>The cases, by name.</summary>
    public static Dictionary<string, GateCase> Read(string file)
    {
        var blocks = Split(File.ReadAllLines(file).SkipWhile(line => !line.StartsWith("== ", StringComparison.Ordinal)), "== ");
        var common = blocks[0].Name == Common ? Notices(blocks[0].Lines) : throw new InvalidOperationException("The first block is the common one.");
        return blocks.Skip(1).Select(block =>
        {
            var parts = Split(block.Lines, "-- ").ToDictionary(p => p.Name, p => p.Lines);
            return new GateCase(block.Name, Edition(common), Edition(Notices(parts.GetValueOrDefault("sau", []), common)),
                [.. parts.GetValueOrDefault("hỏi", []).Select(Asked)], [.. parts["thay đổi"]]);
        }).ToDictionary(c => c.Name);
    }

    private static AskedQuestion Asked(string line) => line.Split(' ', 2) is [var count, var text] && long.TryParse(count, out var times) ? new AskedQuestion(text, times) : new AskedQuestion(line);

    private static Edition Edition(ImmutableDictionary<string, ContentFile> notices)
    {
        var edition = Bot.Content.Edition.Read([.. Rest, .. notices.Values], [], null, out var faults);
        Assert.Equal([], faults.Where(f => !f.IsWarning).Select(f => f.ToString()));
        return edition!;
    }

    // "# id key=value …", then for each section "## id [now=…] heading", its text and "- question"; "# -id" takes a notice away.
    private static ImmutableDictionary<string, ContentFile> Notices(IEnumerable<string> lines, ImmutableDictionary<string, ContentFile>? before = null)
    {
        var notices = before ?? ImmutableDictionary<string, ContentFile>.Empty;
        foreach (var (head, body) in Split(lines, "# "))
        {
            if (head.StartsWith('-')) notices = notices.Remove(head[1..]);
            else if (head.Split(' ') is [var id, .. var keys]) notices = notices.SetItem(id, Notice(id, keys.Select(k => k.Split('=')).ToDictionary(k => k[0], k => k[1]), body));
        }
        return notices;
    }

    private static ContentFile Notice(string id, Dictionary<string, string> keys, IEnumerable<string> lines)
    {
        var (questions, body) = (new StringBuilder(), new StringBuilder());
        foreach (var (head, rest) in Split(lines, "## "))
        {
            var words = head.Split(' ');
            var now = words[1].StartsWith("now=", StringComparison.Ordinal) ? " " + words[1] : "";
            questions.Append($"  {words[0]}:\n").AppendJoin("", rest.Where(l => l.StartsWith("- ", StringComparison.Ordinal)).Select(l => $"    {l}\n"));
            body.Append($"## {string.Join(' ', words.Skip(now == "" ? 1 : 2))} {{#{words[0]}{now}}}\n").AppendJoin('\n', rest.Where(l => !l.StartsWith("- ", StringComparison.Ordinal))).Append("\n\n");
        }
        return new ContentFile($"{NoticeReader.Folder}thong-bao/{id}.md",
            $$"""
            ---
            title: {{id.Replace('-', ' ')}}
            kind: thông báo
            number: null
            issuer: Sở Mẫu
            issued: 2026
            effective: { from: 2026, to: null, note: null }
            status: {{keys.GetValueOrDefault("status", "in-force")}}
            audience: citizen
            superseded-by: [{{keys.GetValueOrDefault("superseded-by")}}]
            source: { name: "Thông báo mẫu", url: null, seen: 2026-11-21 }
            reviewed: 2026-11-21
            facts: { {{keys.GetValueOrDefault("facts")?.Replace(":", ": ", StringComparison.Ordinal)}} }
            questions:
            {{questions}}---
            {{body}}
            """);
    }

    private static List<(string Name, List<string> Lines)> Split(IEnumerable<string> lines, string mark)
    {
        var parts = new List<(string Name, List<string> Lines)>();
        foreach (var line in lines)
        {
            if (line.StartsWith(mark, StringComparison.Ordinal)) parts.Add((line[mark.Length..], []));
            else if (line.Length > 0 && parts.Count > 0) parts[^1].Lines.Add(line);
        }
        return parts;
    }
}
