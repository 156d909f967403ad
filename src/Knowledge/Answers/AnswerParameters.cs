namespace Knowledge.Answers;

/// <summary>The numbers that decide whether an answer is given, in one place; README.md says which experiment chose them.</summary>
public sealed record AnswerParameters
{
    public static AnswerParameters Default { get; } = new();

    /// <summary>How many passages are looked at.</summary>
    public int Candidates { get; init; } = 12;

    /// <summary>The least confidence with which an answer is given.</summary>
    public float LeastConfidence { get; init; } = 0.45f;

    /// <summary>The least confidence in the test of an example question, whose own wording is left out there and will count when it is asked.</summary>
    public float LeastConfidenceInTest { get; init; } = 0.15f;

    /// <summary>The least confidence with which a message that leans on the talk is answered from the notice that the talk was about.</summary>
    public float LeastConfidenceOfContinued { get; init; } = 0.2f;

    /// <summary>The least share of the question before that a passage must hold to be about its matter, where a message names none.</summary>
    public float MatterOfContinued { get; init; } = 0.5f;

    /// <summary>How much more of a message that leans on the talk another section must hold to answer in place of the one just said.</summary>
    public float OwnOfContinued { get; init; } = 0.25f;

    /// <summary>By how much the order of the section just said must be behind, for the words of the message alone, to be left.</summary>
    public float OrderOfContinued { get; init; } = 0.5f;

    /// <summary>The confidence from which a message needs no talk to lean on.</summary>
    public float SureAlone { get; init; } = 0.8f;

    /// <summary>By how much more of a question a passage must hold than the best to be the one about its matter.</summary>
    public float MatterCoverage { get; init; } = 0.15f;

    /// <summary>The least confidence with which a part of a message is answered as a question of its own.</summary>
    public float LeastConfidenceOfPart { get; init; } = 0.5f;

    /// <summary>The share of a message that a passage must hold to answer it as a whole.</summary>
    public float CoverageOfWhole { get; init; } = 0.85f;

    /// <summary>The least confidence with which near topics are offered.</summary>
    public float NearConfidence { get; init; } = 0.05f;

    /// <summary>The least share of the question that a near topic must hold.</summary>
    public float NearCoverage { get; init; } = 0.3f;

    /// <summary>What a share of the question held is worth beside the score, in the order of the passages.</summary>
    public float CoverageOrder { get; init; } = 1f;

    /// <summary>What a share of the passage's topic named is worth beside the score.</summary>
    public float TopicOrder { get; init; } = 0.9f;

    /// <summary>What it is worth that the question is like one of the passage's known phrasings.</summary>
    public float LikenessOrder { get; init; } = 0.3f;

    /// <summary>What it is worth to be about what is asked of the matter.</summary>
    public float AspectOrder { get; init; } = 0.2f;

    /// <summary>What it costs to say nothing of those who, in the question, do not do something.</summary>
    public float RoleOrder { get; init; } = 0.3f;

    /// <summary>What it is worth to stand in the notice that the talk was about.</summary>
    public float NoticeOrder { get; init; } = 0.8f;

    /// <summary>What it costs to have been said last.</summary>
    public float SaidOrder { get; init; } = 1f;

    /// <summary>What it is worth to be written for whom the citizen said to be.</summary>
    public float AudienceOrder { get; init; } = 0.5f;

    /// <summary>What it costs to be written for somebody whom the question does not name.</summary>
    public float OtherAudienceOrder { get; init; } = 0.2f;

    /// <summary>The logistic model of being right: its constant, and what it makes of the signs.</summary>
    public float Constant { get; init; } = -12.3f;

    /// <summary>What the confidence makes of <see cref="Signs.Coverage"/>.</summary>
    public float Coverage { get; init; } = 5.2f;

    /// <summary>And of <see cref="Signs.Topic"/>.</summary>
    public float Topic { get; init; } = 7.9f;

    /// <summary>And of <see cref="Signs.Mass"/>.</summary>
    public float Mass { get; init; } = 1.4f;

    /// <summary>And of <see cref="Signs.Aspect"/>.</summary>
    public float Aspect { get; init; } = 0.5f;

    /// <summary>And of <see cref="Signs.Margin"/>.</summary>
    public float Margin { get; init; } = 0.8f;

    /// <summary>How probable it is that a passage answers the question (0 to 1).</summary>
    public float Confidence(Signs signs) => 1 / (1 + MathF.Exp(-(Constant
        + Coverage * signs.Coverage + Topic * signs.Topic + Mass * signs.Mass + Aspect * signs.Aspect + Margin * signs.Margin)));
}
