using System.Text.RegularExpressions;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Staff.Word.Reading;

/// <summary>Counts the lists of a document as Word does, so that each paragraph gets the number that readers see.</summary>
internal sealed partial class WordNumbering
{
    private const int Levels = 9;
    private const int LongestLabel = 40;

    private readonly Dictionary<int, W.AbstractNum> kinds = [];
    private readonly Dictionary<int, W.NumberingInstance> lists = [];
    private readonly Dictionary<int, int?[]> counters = [];
    private readonly HashSet<int> begun = [];

    public WordNumbering(W.Numbering? part)
    {
        foreach (var kind in part?.Elements<W.AbstractNum>() ?? [])
            if (kind.AbstractNumberId?.Value is { } id) kinds.TryAdd(id, kind);
        foreach (var list in part?.Elements<W.NumberingInstance>() ?? [])
            if (list.NumberID?.Value is { } id) lists.TryAdd(id, list);
    }

    /// <summary>The mark of the next paragraph of a list; null where the list shows none.</summary>
    public ListMark? Next(int listId, int level)
    {
        level = Math.Clamp(level, 0, Levels - 1);
        if (!lists.TryGetValue(listId, out var list)) return null;
        if (list.AbstractNumId?.Val?.Value is not { } kindId || !kinds.TryGetValue(kindId, out var kind)) return null;
        if (!counters.TryGetValue(kindId, out var counts)) counters[kindId] = counts = new int?[Levels];
        if (begun.Add(listId))
            foreach (var restart in list.Elements<W.LevelOverride>())
                if (restart.StartOverrideNumberingValue is not null && restart.LevelIndex?.Value is >= 0 and < Levels and var index) counts[index] = null;
        var here = Level(list, kind, level);
        counts[level] = counts[level] is { } last ? last + 1 : Start(list, here, level);
        for (var below = level + 1; below < Levels; below++) counts[below] = null;
        var format = Format(here);
        if (format == "bullet") return new ListMark(null, level);
        var text = here?.LevelText?.Val?.Value is { Length: <= LongestLabel } shown ? shown : "";
        var label = Counter().Replace(text, match => Shown(list, kind, counts, match.ValueSpan[1] - '1', level)).Trim();
        return label.Length == 0 ? null : new ListMark(label, level);
    }

    /// <summary>The level of a list that a style stands for.</summary>
    public int? LevelOf(int listId, string style) =>
        lists.TryGetValue(listId, out var list) && list.AbstractNumId?.Val?.Value is { } kind && kinds.TryGetValue(kind, out var levels)
            ? levels.Elements<W.Level>().FirstOrDefault(l => l.ParagraphStyleIdInLevel?.Val?.Value == style)?.LevelIndex?.Value : null;

    private static string Shown(W.NumberingInstance list, W.AbstractNum kind, int?[] counts, int shown, int level)
    {
        var definition = Level(list, kind, shown);
        var number = counts[shown] ?? Start(list, definition, shown);
        // "1.1" below "Chương I": Word writes every part in figures where the level asks for it.
        return Counting.Write(number, Level(list, kind, level)?.IsLegalNumberingStyle is not null ? "decimal" : Format(definition));
    }

    private static W.Level? Level(W.NumberingInstance list, W.AbstractNum kind, int level) =>
        list.Elements<W.LevelOverride>().FirstOrDefault(o => o.LevelIndex?.Value == level)?.Level
        ?? kind.Elements<W.Level>().FirstOrDefault(l => l.LevelIndex?.Value == level);

    private static string Format(W.Level? level) => level?.NumberingFormat?.Val?.InnerText ?? "decimal";

    private static int Start(W.NumberingInstance list, W.Level? definition, int level) =>
        list.Elements<W.LevelOverride>().FirstOrDefault(o => o.LevelIndex?.Value == level)?.StartOverrideNumberingValue?.Val?.Value
        ?? definition?.StartNumberingValue?.Val?.Value ?? 1;

    [GeneratedRegex("%[1-9]")]
    private static partial Regex Counter();
}
