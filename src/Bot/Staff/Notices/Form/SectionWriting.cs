using System.Collections.Immutable;
using Knowledge.Notices;

namespace Bot.Staff.Notices.Form;

/// <summary>Writes the sections of a form: of those that it does not change every letter stays.</summary>
internal static class SectionWriting
{
    private const string Unnamed = "Mục mới";
    private const int LongestId = 60;

    /// <summary>Gives each section a heading and an id, where it has none.</summary>
    public static void GiveIds(IReadOnlyList<SectionForm> sections)
    {
        foreach (var section in sections)
        {
            section.Heading = OneLine(section.Heading) is { Length: > 0 } heading ? heading : Unnamed;
            section.Id = string.Join('-', (section.Id ?? "").Split(['{', '}', '#', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
        }
        var ids = sections.Select(section => section.Id!).ToHashSet();
        foreach (var section in sections.Where(section => section.Id!.Length == 0))
        {
            var slug = NoticeReader.Slug(section.Heading!, LongestId);
            if (slug.Length == 0) slug = "muc";
            section.Id = slug;
            for (var time = 2; !ids.Add(section.Id); time++) section.Id = $"{slug}-{time}";
        }
    }

    public static ImmutableArray<SectionText> Write(IReadOnlyList<SectionForm> sections, ImmutableArray<SectionText> before)
    {
        var left = before.Select(text => (Text: text, Heading: HeadingLine.Read(text.Line)!, text.Texts)).ToList();
        var written = ImmutableArray.CreateBuilder<SectionText>();
        foreach (var section in sections)
        {
            var heading = new HeadingLine(section.Heading!, section.Id!, OneWord(section.Audience), !section.IsSilent, OneWord(section.Now));
            var texts = (Body(section.Text), Body(section.English));
            var at = left.FindIndex(was => was.Heading.Id == section.Id);
            var was = at < 0 ? default : left[at];
            if (at >= 0) left.RemoveAt(at);
            written.Add(new SectionText(
                at >= 0 && was.Heading == heading ? was.Text.Line : heading.ToString(),
                at >= 0 && was.Texts == texts ? was.Text.Rest : SectionText.Write(texts.Item1, texts.Item2)));
        }
        for (var i = 0; i < written.Count; i++)
        {
            var isLast = i == written.Count - 1;
            // What was the last has no blank line behind it; what comes to be the last needs none.
            var wasLast = !before.IsEmpty && ReferenceEquals(written[i].Rest, before[^1].Rest);
            if (!isLast && wasLast) written[i] = written[i] with { Rest = written[i].Rest.TrimEnd() + "\n\n" };
            else if (isLast && !wasLast) written[i] = written[i] with { Rest = written[i].Rest.TrimEnd() + "\n" };
        }
        return written.ToImmutable();
    }

    private static string Body(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    // A brace would begin what a heading says besides.
    private static string OneLine(string? text) =>
        string.Join(' ', (text ?? "").Replace('{', '(').Replace('}', ')').TrimEnd('#', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string OneWord(string? text) =>
        string.Concat((text ?? "").Where(letter => !char.IsWhiteSpace(letter) && letter is not ('{' or '}' or '"' or '\'')));
}
