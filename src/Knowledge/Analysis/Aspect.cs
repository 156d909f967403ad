using System.Collections.Immutable;
using Knowledge.Notices;

namespace Knowledge.Analysis;

/// <summary>Something that can be asked about any matter: its fee, its time, its papers.</summary>
/// <param name="Code">What it is called in the files.</param>
/// <param name="Name">What it is called in a reply.</param>
/// <param name="IsReported">Whether a notice about the matter that says nothing of it is answered as such.</param>
/// <param name="Phrases">How it is asked for.</param>
/// <param name="Default">The section that answers it for every matter whose own notice does not; null where there is none.</param>
public sealed record Aspect(string Code, string Name, bool IsReported, ImmutableArray<string> Phrases, SectionAddress? Default);
