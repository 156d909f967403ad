using System.Collections.Immutable;

namespace Knowledge.Notices;

/// <summary>One document that staff publish: its front matter and its sections.</summary>
public sealed record Notice
{
    /// <summary>The file's name without ".md", and its public address.</summary>
    public required string Id { get; init; }

    /// <summary>The path below the content folder, for messages.</summary>
    public required string File { get; init; }

    public required string Title { get; init; }

    /// <summary>What kind of document, in Vietnamese: "thông báo", "hướng dẫn" ….</summary>
    public required string Kind { get; init; }

    /// <summary>What the source is called where that is not the kind: "công văn", "nghị định" ….</summary>
    public required string Document { get; init; }

    /// <summary>The document's number; null where it has none, or where its number is not known here.</summary>
    public string? Number { get; init; }

    /// <summary>Whether the document itself leaves its number blank.</summary>
    public bool IsUnnumbered { get; init; }

    public required string Issuer { get; init; }

    public required PartialDate Issued { get; init; }

    public required Effect Effective { get; init; }

    public required NoticeStatus Status { get; init; }

    public ImmutableArray<string> SupersededBy { get; init; } = [];

    public required NoticeSource Source { get; init; }

    public required DateOnly Reviewed { get; init; }

    /// <summary>The national code of the procedure that the notice describes, if it describes one.</summary>
    public string? Code { get; init; }

    /// <summary>Whom the document was sent to, as it lists them.</summary>
    public ImmutableArray<string> Recipients { get; init; } = [];

    /// <summary>Who signed the document: office and name, a line each.</summary>
    public ImmutableArray<string> Signer { get; init; } = [];

    /// <summary>Facts by label, compared between the notices in force.</summary>
    public ImmutableDictionary<string, string> Facts { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableArray<Section> Sections { get; init; } = [];

    /// <summary>Whether the notice tells what holds on a day: in force, begun and not run out.</summary>
    public bool HoldsOn(DateOnly day) => Status == NoticeStatus.InForce && IsWithin(day);

    /// <summary>Whether the notice tells what holds on a day as far as anybody here knows: it may have been replaced.</summary>
    public bool MayHoldOn(DateOnly day) => Status is NoticeStatus.InForce or NoticeStatus.Unconfirmed && IsWithin(day);

    private bool IsWithin(DateOnly day) => !(Effective.From is { } from && from.First > day) && !(Effective.To is { } to && to.Last < day);
}
