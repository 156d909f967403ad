using System.Collections.Immutable;

namespace Bot.Staff.Notices.Form;

/// <summary>The file of a notice in its parts, which put together are the file again.</summary>
internal sealed record NoticeText(ImmutableArray<KeyBlock> Head, string Opening, ImmutableArray<SectionText> Sections)
{
    private const string Fence = "---\n";

    /// <summary>Takes a file apart; null where it has no front matter, or cannot be read.</summary>
    public static NoticeText? Read(string text)
    {
        text = text.ReplaceLineEndings("\n");
        var end = text.StartsWith(Fence, StringComparison.Ordinal) ? text.IndexOf("\n" + Fence, 3, StringComparison.Ordinal) : -1;
        if (end < 0) return null;
        if (SectionText.Split(text[(end + 1 + Fence.Length)..]) is not var (opening, sections)) return null;
        return new NoticeText([.. KeyBlock.Split(text[Fence.Length..(end + 1)], indent: 0)], opening, sections);
    }

    /// <summary>The front matter alone.</summary>
    public string HeadLines => string.Concat(Head.Select(block => block.Lines));

    /// <inheritdoc/>
    public override string ToString() => Fence + HeadLines + Fence + Opening + string.Concat(Sections.Select(section => section.Line + section.Rest));

    /// <summary>Which part stands at a line of the file: a key, "muc-0" for the first section, empty for another.</summary>
    public string PartAt(int line)
    {
        var at = 2;
        foreach (var block in Head)
            if (line < (at += block.Lines.Count('\n'))) return line < 2 ? "" : block.Key;
        at += 1 + Opening.Count('\n');
        if (line < at) return "";
        for (var i = 0; i < Sections.Length; i++)
            if (line < (at += (Sections[i].Line + Sections[i].Rest).Count('\n')) || i == Sections.Length - 1) return $"muc-{i}";
        return "";
    }

    /// <summary>The line of a key in the file; the first where it is not there.</summary>
    public int LineOf(string key)
    {
        var at = 2;
        foreach (var block in Head)
        {
            if (block.Key == key) return at;
            at += block.Lines.Count('\n');
        }
        return 1;
    }
}
