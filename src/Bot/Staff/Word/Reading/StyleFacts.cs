namespace Bot.Staff.Word.Reading;

/// <summary>What of a style, with all that it is based on, is asked for here.</summary>
internal sealed record StyleFacts
{
    public string? Name { get; init; }

    public bool? IsBold { get; init; }

    public bool? IsItalic { get; init; }

    public bool? IsCentred { get; init; }

    public string? Font { get; init; }

    /// <summary>From 1; null where it is not of a heading.</summary>
    public int? OutlineLevel { get; init; }

    public int? NumberingId { get; init; }

    public int? ListLevel { get; init; }
}
