using Knowledge.Notices;

namespace Knowledge.Passages;

/// <summary>A section with the notice it stands in: what is searched and cited.</summary>
public sealed record Passage(Notice Notice, Section Section)
{
    /// <summary>"notice#section".</summary>
    public SectionAddress Address => new(Notice.Id, Section.Id);

    /// <summary>Whether one of two is an older section that points to the other, in force: then they answer together.</summary>
    public bool SaysTheSameAs(Passage other) => Section.Now == other.Address || other.Section.Now == Address;
}
