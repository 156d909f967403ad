using System.Collections.Immutable;

namespace Knowledge.Notices;

/// <summary>One part of a notice under its own heading: what an answer is made of.</summary>
public sealed record Section
{
    /// <summary>The fragment of its address, unique in the notice.</summary>
    public required string Id { get; init; }

    public required string Heading { get; init; }

    /// <summary>The body as written, without the heading.</summary>
    public required string Markdown { get; init; }

    /// <summary>The body without markup.</summary>
    public required string Text { get; init; }

    /// <summary>The same in English, as markdown; null where nobody has written it.</summary>
    public string? English { get; init; }

    /// <summary>What a code of a message costs, where the section tells it.</summary>
    public Amount? Amount { get; init; }

    /// <summary>Whom it speaks to: "citizen", "officer", "unit" or another key that replies.md names.</summary>
    public required string Audience { get; init; }

    /// <summary>False where the section records that the notice does not say something.</summary>
    public bool IsStated { get; init; } = true;

    /// <summary>The section in force that says what holds today on the same thing.</summary>
    public SectionAddress? Now { get; init; }

    public ImmutableArray<ExampleQuestion> Questions { get; init; } = [];

    /// <summary>The heading's line in the file, from 1.</summary>
    public required int Line { get; init; }
}
