namespace Knowledge.Answers;

/// <summary>The numbers that decide whether an answer is given, in one place; README.md says which experiment chose them.</summary>
public sealed record AnswerParameters
{
    public static AnswerParameters Default { get; } = new();

    /// <summary>How many passages are looked at.</summary>
    public int Candidates { get; init; } = 8;

    /// <summary>The least share of the question's meaning that the best passage must hold.</summary>
    public float LeastCoverage { get; init; } = 0.6f;

    /// <summary>The least share for a passage to be offered as a near topic.</summary>
    public float NearCoverage { get; init; } = 0.35f;
}
