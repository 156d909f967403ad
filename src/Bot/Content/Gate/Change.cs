using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Knowledge.Notices;

namespace Bot.Content.Gate;

/// <summary>One thing that becomes different by publishing.</summary>
/// <param name="Subject">The question, or the contradiction in words.</param>
public sealed record Change(ChangeKind Kind, string Subject)
{
    /// <summary>The section whose example question it is; null for a recorded question and for a contradiction.</summary>
    public SectionAddress? Home { get; init; }

    /// <summary>How often it was asked; 0 for an example question and for a contradiction.</summary>
    public long Count { get; init; }

    /// <summary>What answers now; empty where nothing does.</summary>
    public ImmutableArray<SectionAddress> From { get; init; } = [];

    /// <summary>What would answer; empty where nothing would.</summary>
    public ImmutableArray<SectionAddress> To { get; init; } = [];

    /// <summary>Whether somebody has to look at it before it is published.</summary>
    public bool IsLoss { get; init; }

    /// <summary>Names it by all that can be seen of it: the same in the next run where nothing of it has changed.</summary>
    public string Id => field ??= Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Seen)).AsSpan(0, 12));

    private string Seen => $"{Kind}\n{Subject}\n{Home}\n{string.Join(' ', From)}\n{string.Join(' ', To)}";
}
