using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Bot.Staff.Publishing;

/// <summary>Compares two texts line by line, as people read it: what has changed, and a few lines around it.</summary>
public static class TextDiff
{
    // Lines that are in both, before and after what has changed.
    private const int Around = 2;

    public static List<DiffLine> Lines(string? before, string? after)
    {
        var compared = InlineDiffBuilder.Diff(before ?? "", after ?? "", ignoreWhiteSpace: false);
        var all = compared.Lines.Select(line => new DiffLine(Sign(line.Type), line.Text)).ToList();
        if (before is null or "") all.RemoveAll(line => line is { Sign: '-', Text: "" });
        if (after is null or "") all.RemoveAll(line => line is { Sign: '+', Text: "" });
        var changed = all.Select((line, i) => (line, i)).Where(one => one.line.Sign != ' ').Select(one => one.i).ToList();
        var shown = new List<DiffLine>();
        var last = -1;
        foreach (var i in changed.SelectMany(i => Enumerable.Range(i - Around, 2 * Around + 1)).Where(i => i >= 0 && i < all.Count).Distinct().Order())
        {
            if (i > last + 1) shown.Add(new DiffLine('…', ""));
            shown.Add(all[i]);
            last = i;
        }
        if (shown.Count > 0 && last < all.Count - 1) shown.Add(new DiffLine('…', ""));
        return shown;
    }

    private static char Sign(ChangeType type) => type switch { ChangeType.Inserted => '+', ChangeType.Deleted => '-', _ => ' ' };
}
