using System.Collections.Immutable;
using Bot.Calendars;
using Bot.Dialogs;
using Knowledge.Answers;

namespace Bot.Conversations;

/// <summary>All that speaks in one language: its sentences, and the dialogs that say them.</summary>
public sealed class Voice
{
    /// <param name="wording">The sentences of the language.</param>
    public Voice(Wording wording, WorkingCalendar calendar, Librarian librarian)
    {
        var writer = new DossierWriter(wording, calendar, librarian);
        (Words, Wishing, Following) = (wording, new Wishing(wording), new Following(wording, writer));
        Dialogs = [Wishing, Following, new DossierDialog(wording, writer)];
    }

    public Wording Words { get; }

    /// <summary>The dialogs, in the order in which they are asked whether a message begins them.</summary>
    public ImmutableArray<Dialog> Dialogs { get; }

    public Following Following { get; }

    public Wishing Wishing { get; }

    /// <summary>The topics that are offered with a greeting.</summary>
    public ImmutableArray<Button> Topics => [.. Words.Items("welcome.topics").Select(topic => new Button(topic, topic))];

    /// <summary>The dialog that waits for the citizen; null when none does.</summary>
    public Dialog? Waiting(Conversation conversation) => conversation.Dialog is { } name ? Dialogs.FirstOrDefault(d => d.Name == name) : null;

    /// <summary>A decision that only says one sentence.</summary>
    public Decision Say(Conversation conversation, string key, Outcome outcome, params ReadOnlySpan<(string Name, string Value)> values) =>
        new(conversation, [new Reply(Words.Say(key, values), outcome)]);
}
