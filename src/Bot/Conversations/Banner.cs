namespace Bot.Conversations;

/// <summary>What staff tell everybody for a time: before the next reply of each conversation, and above the pages.</summary>
/// <param name="Id">Grows from one to the next; a conversation remembers which it was told last.</param>
/// <param name="Text">Plain text, on one line.</param>
public sealed record Banner(long Id, string Text, DateTimeOffset Start, DateTimeOffset End)
{
    public bool HoldsAt(DateTimeOffset moment) => Start <= moment && moment < End;
}
