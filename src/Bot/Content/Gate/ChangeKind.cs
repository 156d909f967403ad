namespace Bot.Content.Gate;

/// <summary>What becomes different by publishing.</summary>
public enum ChangeKind
{
    /// <summary>A question gets a wrong answer that it did not get before.</summary>
    NewlyWrong,

    /// <summary>A question that was answered gets no answer.</summary>
    NowUnanswered,

    /// <summary>Two notices that hold say different things of one matter, or a link leads nowhere.</summary>
    Contradiction,

    /// <summary>A question is answered from another section.</summary>
    OtherSource,

    /// <summary>A question gets the right answer that it did not get before.</summary>
    NewlyRight,

    /// <summary>A question that got no answer is answered; whether rightly, nobody has said.</summary>
    NowAnswered,
}
