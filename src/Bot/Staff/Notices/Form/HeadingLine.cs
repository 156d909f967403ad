using System.Text;
using System.Text.RegularExpressions;
using Knowledge.Notices;

namespace Bot.Staff.Notices.Form;

/// <summary>The heading of a section as it is written: "## Ở đâu? {#noi-nop audience=officer stated=no now=van-ban#muc}".</summary>
internal sealed partial record HeadingLine(string Heading, string Id, string Audience = "", bool IsStated = true, string Now = "")
{
    /// <summary>Reads a line; null where it says something that a form would not show.</summary>
    public static HeadingLine? Read(string line)
    {
        if (Line().Match(line) is not { Success: true } match) return null;
        var heading = match.Groups[1].Value.Trim();
        if (heading.Length == 0 || heading.AsSpan().ContainsAny('{', '}') || heading.EndsWith('#')) return null;
        var read = new HeadingLine(heading, "");
        foreach (var word in match.Groups[2].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            switch (word.Split('=', 2))
            {
                case [['#', .. var id]] when read.Id.Length == 0 && id.Length > 0: read = read with { Id = id }; break;
                case ["audience", { Length: > 0 } audience] when read.Audience.Length == 0 && IsBare(audience): read = read with { Audience = audience }; break;
                case ["stated", "no"] when read.IsStated: read = read with { IsStated = false }; break;
                case ["stated", "yes"]: break;
                case ["now", { Length: > 0 } now] when read.Now.Length == 0 && IsBare(now): read = read with { Now = now }; break;
                default: return null;
            }
        }
        return read.Id.Length > 0 ? read : read with { Id = NoticeReader.Slug(heading) };
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var line = new StringBuilder($"## {Heading} {{#{Id}");
        if (Audience.Length > 0) line.Append(" audience=").Append(Audience);
        if (!IsStated) line.Append(" stated=no");
        if (Now.Length > 0) line.Append(" now=").Append(Now);
        return line.Append('}').ToString();
    }

    private static bool IsBare(string value) => !value.AsSpan().ContainsAny('"', '\'');

    [GeneratedRegex(@"^##[ \t]+(.*?)[ \t]*(?:\{([^{}]*)\}[ \t]*)?$")]
    private static partial Regex Line();
}
