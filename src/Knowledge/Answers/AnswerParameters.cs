using Knowledge.Searching;

namespace Knowledge.Answers;

/// <summary>The numbers that decide whether an answer is given, in one place; README.md says which experiment chose them.</summary>
public sealed record AnswerParameters
{
    public static AnswerParameters Default { get; } = new();

    /// <summary>How many passages are looked at.</summary>
    public int Candidates { get; init; } = 12;

    /// <summary>The least confidence with which an answer is given.</summary>
    public float LeastConfidence { get; init; } = 0.3f;

    /// <summary>The least confidence in the test of an example question, whose own wording is left out there and will count when it is asked.</summary>
    public float LeastConfidenceInTest { get; init; } = 0.1f;

    /// <summary>The least confidence with which near topics are offered.</summary>
    public float NearConfidence { get; init; } = 0.05f;

    /// <summary>The least share of the question that a near topic must hold.</summary>
    public float NearCoverage { get; init; } = 0.3f;

    /// <summary>What a share of the question held is worth beside the score, in the order of the passages.</summary>
    public float CoverageOrder { get; init; } = 1.2f;

    /// <summary>What a share of the passage's topic named is worth beside the score.</summary>
    public float TopicOrder { get; init; } = 1;

    /// <summary>The logistic model of being right: its constant, and what it makes of the evidence.</summary>
    public float Constant { get; init; } = -7.5f;

    public float Coverage { get; init; } = 3.7f;

    public float Topic { get; init; } = 6.5f;

    public float Margin { get; init; } = 0.3f;

    /// <summary>What passages are ordered by.</summary>
    /// <param name="relative">The passage's score as a share of the best one's.</param>
    /// <param name="topic">The share of one of its known phrasings that the question names.</param>
    public float Order(Hit hit, float relative, float topic) => relative + CoverageOrder * hit.Coverage + TopicOrder * topic;

    /// <summary>How probable it is that a passage answers the question (0 to 1).</summary>
    /// <param name="topic">The share of its topic that the question names.</param>
    /// <param name="margin">By how much its order exceeds that of the next passage which says something else.</param>
    public float Confidence(Hit hit, float topic, float margin) =>
        1 / (1 + MathF.Exp(-(Constant + Coverage * hit.Coverage + Topic * topic + Margin * margin)));
}
