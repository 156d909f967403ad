using Knowledge.Notices;

namespace Bot.Pages.Staff.Notices;

/// <summary>A field of the editor with what is wrong in it.</summary>
/// <param name="Name">What it is sent as, and the fragment by which it is found.</param>
/// <param name="Key">The key of its label; "KEY-note" is what is said below it, if it is there.</param>
/// <param name="Value">What stands in it.</param>
/// <param name="Faults">What is wrong.</param>
/// <param name="Rows">The lines of a box; 1: a single line.</param>
public sealed record Field(string Name, string Key, string? Value, IEnumerable<Fault> Faults, int Rows = 1)
{
    /// <summary>Its id on the page.</summary>
    public string Id => Name.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);
}
