using System.Diagnostics.CodeAnalysis;

namespace Knowledge.Notices;

/// <summary>The public address of a section: notice id and section id, written "notice#section".</summary>
public readonly record struct SectionAddress(string Notice, string Section)
{
    /// <summary>Reads "notice#section".</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SectionAddress address)
    {
        var parts = text?.Split('#') ?? [];
        address = parts.Length == 2 && parts[0].Length > 0 && parts[1].Length > 0 ? new SectionAddress(parts[0], parts[1]) : default;
        return address != default;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Notice}#{Section}";
}
