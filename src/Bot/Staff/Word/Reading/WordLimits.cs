namespace Bot.Staff.Word.Reading;

/// <summary>How much a Word file may hold: far more than a document of many hundred pages, far less than what would exhaust the server.</summary>
public sealed record WordLimits
{
    public long PackedBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Of all that is unpacked: everything but pictures.</summary>
    public long UnpackedBytes { get; init; } = 32 * 1024 * 1024;

    public int Entries { get; init; } = 5000;

    public int Paragraphs { get; init; } = 20_000;

    public int Elements { get; init; } = 1_000_000;

    /// <summary>How deep elements may nest: the tree is walked by recursion.</summary>
    public int Depth { get; init; } = 200;
}
