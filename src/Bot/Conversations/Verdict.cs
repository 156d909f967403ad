namespace Bot.Conversations;

/// <summary>What a citizen says of an answer.</summary>
public enum Verdict
{
    /// <summary>It was what he wanted to know.</summary>
    Right,

    /// <summary>It was about something else.</summary>
    Wrong,

    /// <summary>What it says is not true.</summary>
    False,
}
