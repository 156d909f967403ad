using Knowledge.Analysis;
using Knowledge.Notices;

namespace Knowledge.Answers;

/// <summary>A question as it was understood, and what of the talk it leans on.</summary>
/// <param name="Text">What is asked.</param>
public sealed record Question(AnalyzedText Text)
{
    /// <summary>Earlier words that it leans on; null where it stands alone.</summary>
    public AnalyzedText? Context { get; init; }

    /// <summary>The section that was said last: its notice comes first where the question does not say otherwise, but it was said already.</summary>
    public SectionAddress? Last { get; init; }

    /// <summary>Whether it points back ("nó", "cái đó"), so that its matter is the one before whatever other words it has.</summary>
    public bool Points { get; init; }

    /// <summary>Whom the citizen said to be ("officer"): what is written for them comes first.</summary>
    public string? Audience { get; init; }
}
