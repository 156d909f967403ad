using Bot.Conversations;
using Bot.Storage.Figures;
using Bot.Storage.Questions;

namespace Bot.Storage.Activities;

/// <summary>What a turn comes to, as it is written down.</summary>
/// <param name="State">What is remembered of the conversation from now on.</param>
/// <param name="Replies">The JSON of each, without id and timestamp.</param>
public sealed record TurnResult(string State, IReadOnlyList<byte[]> Replies)
{
    /// <summary>Whether the replies are to be given to the channel, and not only to be read from the log.</summary>
    public bool Deliver { get; init; }

    /// <summary>The dossiers whose changes the conversation is to be told from now on; null where that stays as it is.</summary>
    public IReadOnlyList<Follow>? Follows { get; init; }

    /// <summary>The questions whose answers the conversation is to be told from now on; null where that stays as it is.</summary>
    public IReadOnlyList<Wish>? Wishes { get; init; }

    /// <summary>Whether everything before the message is deleted, whatever of it is still to be delivered, too.</summary>
    public bool Erases { get; init; }

    /// <summary>What the message asked, to be recorded; null for nothing.</summary>
    public NewQuestion? Question { get; init; }

    /// <summary>What it tells of a question before; null for nothing.</summary>
    public Remark? Remark { get; init; }

    /// <summary>Whose word the message is, to be counted; null where it is nobody's.</summary>
    public Speaker? Speaker { get; init; }
}
