using System.Collections.Immutable;

namespace Bot.Conversations;

/// <summary>All that is remembered of a conversation between two turns: plain data, stored as JSON.</summary>
public sealed record Conversation
{
    public static Conversation New { get; } = new();

    /// <summary>One that has been greeted: else the greeting stands in place of the first answer, where somebody only tries what is answered.</summary>
    public static Conversation Met { get; } = New with { Greeted = true };

    /// <summary>Whether the citizen has been told that a machine answers.</summary>
    public bool Greeted { get; init; }

    /// <summary>Whether the citizen wrote English last: what is said of its own accord, as a change of a dossier, is said in it, too.</summary>
    public bool IsEnglish { get; init; }

    /// <summary>The dialog that waits for the citizen, by its name; null when none does.</summary>
    public string? Dialog { get; init; }

    /// <summary>What that dialog has been told so far, by slot name.</summary>
    public ImmutableDictionary<string, string> Slots { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The last question that was answered, for follow-ups that lean on it.</summary>
    public string? LastQuestion { get; init; }

    /// <summary>The address of the section that answered it ("notice#section").</summary>
    public string? LastSection { get; init; }

    /// <summary>Whom the citizen said to be ("officer", "unit"); null when nothing was said.</summary>
    public string? Audience { get; init; }

    /// <summary>Whether the last reply asked the citizen to choose among topics: it is not asked twice in a row.</summary>
    public bool Offered { get; init; }

    /// <summary>The question that was asked last; null once the talk has turned to something else.</summary>
    public LastAsked? Asked { get; init; }

    /// <summary>What the buttons below the last reply say, in their order: where a channel shows them as a numbered list, a number chooses one.</summary>
    public ImmutableArray<string> Choices { get => field.IsDefault ? [] : field; init; }

    /// <summary>The last banner that was told here; 0 for none.</summary>
    public long Banner { get; init; }

    /// <summary>Until when a person of the department has the conversation; null when nobody has.</summary>
    public DateTimeOffset? QuietUntil { get; init; }

    /// <summary>Wrong guesses at dossiers in this conversation, since the last right one.</summary>
    public int WrongGuesses { get; init; }

    /// <summary>When the next guess is allowed; null when it is now.</summary>
    public DateTimeOffset? GuessAfter { get; init; }

    /// <summary>The dossiers whose verifier was right within the last hour, the latest last.</summary>
    public ImmutableArray<Proven> Proven { get => field.IsDefault ? [] : field; init; }

    /// <summary>The dossiers whose changes are to be told.</summary>
    public ImmutableArray<Follow> Follows { get => field.IsDefault ? [] : field; init; }

    /// <summary>The questions whose answers are to be told.</summary>
    public ImmutableArray<Wish> Wishes { get => field.IsDefault ? [] : field; init; }

    /// <summary>What the questions say for which that was offered: for none, and none like it, it is offered twice.</summary>
    public ImmutableArray<string> WishesOffered { get => field.IsDefault ? [] : field; init; }
}
