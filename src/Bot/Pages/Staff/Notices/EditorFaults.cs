using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Staff.Notices.Form;
using Knowledge.Notices;

namespace Bot.Pages.Staff.Notices;

/// <summary>The faults of a draft, by the part of the file that each is in.</summary>
public sealed partial class EditorFaults(string text, ImmutableArray<Fault> faults)
{
    public static EditorFaults None { get; } = new("", []);

    private readonly NoticeText? parts = NoticeText.Read(text);

    public ImmutableArray<Fault> All => faults;

    /// <summary>The faults of a part: a key of the front matter, "muc-0" for the first section.</summary>
    public IEnumerable<Fault> At(string part) => faults.Where(fault => Part(fault) == part);

    /// <summary>Which part a fault is in; empty for none that has a field.</summary>
    public string Part(Fault fault) => MissingKey().Match(fault.Message) is { Success: true } match ? match.Groups[1].Value switch
    {
        "name" or "seen" => "source",
        var key => key,
    } : parts?.PartAt(fault.Line) is { } part and not "questions" ? part : "";

    [GeneratedRegex("^thiếu «([a-z-]+)»")]
    private static partial Regex MissingKey();
}
