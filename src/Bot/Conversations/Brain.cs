using System.Collections.Frozen;
using System.Collections.Immutable;
using Bot.Dialogs;
using Bot.Recognizers;
using Knowledge.Answers;

namespace Bot.Conversations;

/// <summary>The pure core: decides every turn from what is remembered and what just happened.</summary>
public sealed class Brain(Wording wording, IntentRecognizer intents, Librarian librarian)
{
    /// <summary>Longer messages are not read: a question that needs them is for a person.</summary>
    public const int LongestMessage = 2000;

    // Intents that a dialog, a command or the answering makes use of; every other is a topic with a sentence of its own.
    private static readonly FrozenSet<string> Acted = ["cancel", "dossier", "dossier-late", "dossier-follow-up", "leaning", "confirming", "item-1", "item-2", "item-3", "item-4", "item-5", "item-last"];

    private readonly Answering answering = new(wording, librarian);
    private readonly Wording english = wording.InEnglish();
    private readonly ImmutableArray<Dialog> dialogs = [new DossierDialog(wording)];

    /// <summary>Whether an intent makes something happen; one that does not needs a sentence "intent.NAME" in replies.md.</summary>
    public static bool Acts(string intent) => Acted.Contains(intent) || intent.StartsWith(Answering.Role, StringComparison.Ordinal);

    /// <summary>What a turn leads to.</summary>
    public Decision Decide(Conversation conversation, Turn turn) => turn switch
    {
        Joined => Welcomed(conversation),
        Attached => Say(conversation, "attached", Outcome.Unanswered),
        LookedUp lookedUp => Waiting(conversation)?.Returned(conversation, lookedUp) ?? Say(conversation, "cancelled", Outcome.Small),
        Said said => Heard(conversation, said),
        _ => new Decision(conversation, []),
    };

    // Read down: the first to speak decides.
    private Decision Heard(Conversation conversation, Said said)
    {
        if (string.IsNullOrWhiteSpace(said.Text)) return Say(conversation, "empty", Outcome.Asked);
        if (said.Text.Length > LongestMessage) return Say(conversation, "too-long", Outcome.Unanswered);
        var (understood, isEnglish) = librarian.Understand(said.Text);
        var message = new Message(said.At, said.Text, understood, intents.Recognize(understood), isEnglish);
        conversation = Introduced(conversation, message);
        return Emergency(conversation, message)
            ?? Cancelled(conversation, message)
            ?? Waiting(conversation)?.Continue(conversation, message)
            ?? Begun(conversation, message)
            ?? Reminded(conversation, SmallTalk(conversation, message) ?? answering.Answer(conversation, message));
    }

    private Decision Welcomed(Conversation conversation) => conversation.Greeted
        ? new Decision(conversation, [])
        : new Decision(conversation with { Greeted = true }, [new Reply(wording.Say("welcome"), Outcome.Small) { Buttons = Topics() }]);

    private Decision? Emergency(Conversation conversation, Message message) =>
        message.Says("emergency") ? Say(conversation, message, "intent.emergency", Outcome.Small) : null;

    private Decision? Cancelled(Conversation conversation, Message message) =>
        message.Says("cancel") ? Say(conversation with { Dialog = null, Slots = conversation.Slots.Clear() }, conversation.Dialog is null ? "cancel.nothing" : "cancelled", Outcome.Small) : null;

    // Whom the citizen says to be is remembered.
    private static Conversation Introduced(Conversation conversation, Message message) => message.Role is { } role ? conversation with { Audience = role } : conversation;

    private Dialog? Waiting(Conversation conversation) => conversation.Dialog is { } name ? dialogs.FirstOrDefault(d => d.Name == name) : null;

    private Decision? Begun(Conversation conversation, Message message) =>
        dialogs.Select(dialog => dialog.Begin(conversation, message)).FirstOrDefault(decision => decision is not null);

    private Decision? SmallTalk(Conversation conversation, Message message)
    {
        foreach (var intent in message.Intents)
        {
            switch (intent)
            {
                case "greet" or "help":
                    return new Decision(conversation with { Greeted = true }, [new Reply(Words(message).Say("intent." + intent), Outcome.Small) { Buttons = Topics() }]);
                case "thanks" or "goodbye" or "like" or "dislike":
                    return Say(conversation, message, "intent." + intent, Outcome.Small);
                case var acted when Acts(acted):
                    continue;
                default:
                    return Say(conversation, message, "intent." + intent, Outcome.Unanswered);
            }
        }
        return null;
    }

    // A dialog that waits is not forgotten over a question in between.
    private Decision Reminded(Conversation conversation, Decision decision) => Waiting(conversation) is not { } dialog || decision.Replies.IsEmpty
        ? decision
        : decision with { Replies = decision.Replies.SetItem(decision.Replies.Length - 1, decision.Replies[^1] with { Markdown = decision.Replies[^1].Markdown + "\n\n" + dialog.Reminder(conversation) }) };

    private ImmutableArray<Button> Topics() => [.. wording.Say("welcome.topics").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimStart('-', ' ')).Select(topic => new Button(topic, topic))];

    private Wording Words(Message message) => message.IsEnglish ? english : wording;

    private Decision Say(Conversation conversation, Message message, string key, Outcome outcome) => new(conversation, [new Reply(Words(message).Say(key), outcome)]);

    private Decision Say(Conversation conversation, string key, Outcome outcome) => new(conversation, [new Reply(wording.Say(key), outcome)]);
}
