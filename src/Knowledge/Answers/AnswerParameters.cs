using Knowledge.Searching;

namespace Knowledge.Answers;

/// <summary>The numbers that decide whether an answer is given, in one place; README.md says which experiment chose them.</summary>
public sealed record AnswerParameters
{
    public static AnswerParameters Default { get; } = new();

    /// <summary>How many passages are looked at.</summary>
    public int Candidates { get; init; } = 16;

    /// <summary>The least confidence with which an answer is given.</summary>
    public float LeastConfidence { get; init; } = 0.5f;

    /// <summary>The least confidence with which near topics are offered.</summary>
    public float NearConfidence { get; init; } = 0.1f;

    /// <summary>The least share of the question that a near topic must hold.</summary>
    public float NearCoverage { get; init; } = 0.3f;

    /// <summary>The logistic model of being right: its constant and what it makes of coverage, strength and margin.</summary>
    public float Constant { get; init; } = -4;

    public float Coverage { get; init; } = 5;

    public float Strength { get; init; } = 2;

    public float Margin { get; init; } = 2;

    /// <summary>What a share of the question held is worth beside the score, in the order of the passages.</summary>
    public float CoverageOrder { get; init; } = 2;

    /// <summary>What passages are ordered by.</summary>
    public float Order(Hit hit) => hit.Strength + CoverageOrder * hit.Coverage;

    /// <summary>How probable it is that a passage answers the question (0 to 1).</summary>
    public float Confidence(Hit hit, float margin) =>
        1 / (1 + MathF.Exp(-(Constant + Coverage * hit.Coverage + Strength * MathF.Min(hit.Strength, 1) + Margin * MathF.Max(margin, 0))));
}
