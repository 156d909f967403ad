namespace Knowledge.Answers;

/// <summary>What speaks for and against a passage's being the answer, and what the confidence is made from.</summary>
/// <param name="Coverage">The share of the question's meaning that the passage holds (0 to 1).</param>
/// <param name="Topic">The share of one of its known phrasings, heading or example question, that the question names (0 to 1).</param>
/// <param name="Likeness">How alike the question and one of those phrasings are, what either has more taken off (Dice; 0 to 1).</param>
/// <param name="Mass">How much of the question the passage holds, in all: the logarithm of one more than its words' rarities, as if there were always as many passages.</param>
/// <param name="Aspect">Whether it is about what is asked of the matter: 1 yes, -1 no, 0 where the question asks no aspect.</param>
/// <param name="Margin">By how much its order exceeds that of the next passage which says something else; below zero where it is behind.</param>
public readonly record struct Signs(float Coverage, float Topic, float Likeness, float Mass, float Aspect, float Margin)
{
    /// <summary>Whether it holds as much of the question, and is as much about it, as another.</summary>
    public bool IsNoLessThan(Signs other) => Coverage >= other.Coverage && Topic >= other.Topic && Likeness >= other.Likeness;
}
