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
    private static readonly FrozenSet<string> Acted = ["cancel", "dossier", "dossier-late", "dossier-follow-up", "leaning"];

    private readonly AnswerWriter writer = new(wording);
    private readonly ImmutableArray<Dialog> dialogs = [new DossierDialog(wording)];

    /// <summary>Whether an intent makes something happen; one that does not needs a sentence "intent.NAME" in replies.md.</summary>
    public static bool Acts(string intent) => Acted.Contains(intent);

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
        var understood = librarian.Understand(said.Text);
        var message = new Message(said.At, said.Text, understood, intents.Recognize(understood));
        return Emergency(conversation, message)
            ?? Cancelled(conversation, message)
            ?? Waiting(conversation)?.Continue(conversation, message)
            ?? Begun(conversation, message)
            ?? Reminded(conversation, SmallTalk(conversation, message) ?? Answered(conversation, message));
    }

    private Decision Welcomed(Conversation conversation) => conversation.Greeted
        ? new Decision(conversation, [])
        : new Decision(conversation with { Greeted = true }, [new Reply(wording.Say("welcome"), Outcome.Small) { Buttons = Topics() }]);

    private Decision? Emergency(Conversation conversation, Message message) =>
        message.Says("emergency") ? Say(conversation, "intent.emergency", Outcome.Small) : null;

    private Decision? Cancelled(Conversation conversation, Message message) =>
        message.Says("cancel") ? Say(conversation with { Dialog = null, Slots = conversation.Slots.Clear() }, conversation.Dialog is null ? "cancel.nothing" : "cancelled", Outcome.Small) : null;

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
                    return new Decision(conversation with { Greeted = true }, [new Reply(wording.Say("intent." + intent), Outcome.Small) { Buttons = Topics() }]);
                case "thanks" or "goodbye" or "like" or "dislike":
                    return Say(conversation, "intent." + intent, Outcome.Small);
                case var acted when Acts(acted):
                    continue;
                default:
                    return Say(conversation, "intent." + intent, Outcome.Unanswered);
            }
        }
        return null;
    }

    private Decision Answered(Conversation conversation, Message message)
    {
        var today = VietnamTime.Day(message.At);
        var context = conversation.LastQuestion;
        var leans = context is not null && message.Says("leaning");
        var question = new Question(message.Understood);
        var continuing = context is null ? question : question with { Context = librarian.Understand(context) };
        var finding = librarian.Ask(leans ? continuing : question, today);
        // Half a sentence may be the rest of the last one.
        if (finding is Finding.Nothing && context is not null && !leans && librarian.Ask(continuing, today) is not Finding.Nothing and var continued)
            (finding, leans) = (continued, true);
        var next = conversation with { LastQuestion = leans ? context : Shortened.Plain(message.Text, 200) };
        return finding switch
        {
            Finding.Said said => new Decision(next with { LastSection = said.Passage.Address.ToString() }, [writer.Write(said, today)]),
            Finding.NotStated silent => new Decision(next with { LastSection = silent.Passage.Address.ToString() }, [writer.Write(silent)]),
            Finding.AspectNotStated silent => new Decision(next with { LastSection = silent.Passage.Address.ToString() }, [writer.Write(silent)]),
            Finding.Nothing nothing => new Decision(conversation, [Unanswered(nothing)]),
            _ => throw new InvalidOperationException("Không biết kết quả " + finding.GetType().Name),
        };
    }

    private Reply Unanswered(Finding.Nothing nothing) => nothing.Near.IsEmpty
        ? new Reply(wording.Say("unanswered"), Outcome.Unanswered)
        : new Reply(wording.Say("unanswered.near"), Outcome.Unanswered) { Buttons = [.. nothing.Near.Select(p => new Button(p.Section.Heading, p.Section.Heading))] };

    // A dialog that waits is not forgotten over a question in between.
    private Decision Reminded(Conversation conversation, Decision decision) => Waiting(conversation) is not { } dialog || decision.Replies.IsEmpty
        ? decision
        : decision with { Replies = decision.Replies.SetItem(decision.Replies.Length - 1, decision.Replies[^1] with { Markdown = decision.Replies[^1].Markdown + "\n\n" + dialog.Reminder(conversation) }) };

    private ImmutableArray<Button> Topics() => [.. wording.Say("welcome.topics").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimStart('-', ' ')).Select(topic => new Button(topic, topic))];

    private Decision Say(Conversation conversation, string key, Outcome outcome) => new(conversation, [new Reply(wording.Say(key), outcome)]);
}
