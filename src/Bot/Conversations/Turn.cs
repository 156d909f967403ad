namespace Bot.Conversations;

/// <summary>One thing that happened in a conversation, and when.</summary>
public abstract record Turn(DateTimeOffset At)
{
    /// <summary>For how many days a talk is kept where nothing else is set.</summary>
    public const int UsuallyKept = 90;

    /// <summary>Whether on this channel nobody may have told the citizen yet that a machine answers and what is kept.</summary>
    public bool IsUnannounced { get; init; }

    /// <summary>What staff tell everybody at that moment; null for nothing.</summary>
    public Banner? Banner { get; init; }

    /// <summary>Set while the assistant is switched off on this channel.</summary>
    public SwitchedOff? Off { get; init; }

    /// <summary>Its place in the conversation's log.</summary>
    public long Seq { get; init; }

    /// <summary>Whether questions are recorded, so that who asks one can be told its answer later.</summary>
    public bool IsRecorded { get; init; }

    /// <summary>For how many days the talk is kept.</summary>
    public int KeptDays { get; init; } = UsuallyKept;
}
