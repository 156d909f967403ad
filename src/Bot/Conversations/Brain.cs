using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Bot.Calendars;
using Bot.Dialogs;
using Bot.Recognizers;
using Knowledge.Answers;

namespace Bot.Conversations;

/// <summary>The pure core: decides every turn from what is remembered and what just happened.</summary>
public sealed class Brain(Wording wording, IntentRecognizer intents, Librarian librarian, WorkingCalendar calendar)
{
    /// <summary>Longer messages are not read: a question that needs them is for a person.</summary>
    public const int LongestMessage = 2000;

    // Words by themselves, whose diacritics no neighbour tells.
    private const int ShortestSaid = 2;

    // Intents that a dialog, a command or the answering makes use of; every other is a topic with a sentence of its own.
    private static readonly FrozenSet<string> Acted = ["cancel", "dossier", "dossier-late", "dossier-follow-up", "dossier-due", "dossier-slow", "dossier-unit", "dossier-missing", "dossier-pay", "dossier-other", "verifier", "follow", "unfollow", "stop", "delete-data", "leaning", "confirming", IntentRecognizer.Closing, "wish", "item-1", "item-2", "item-3", "item-4", "item-5", "item-last", "whether", "checking"];

    // The slot that says that the citizen was reminded of what the dialog waits for.
    private const string ReminderSaid = "reminded";

    private readonly Answering answering = new(wording, librarian);
    private readonly Voice vietnamese = new(wording, calendar, librarian);
    private readonly Voice english = new(wording.InEnglish(), calendar, librarian);

    /// <summary>Whether an intent makes something happen; one that does not needs a sentence "intent.NAME" in replies.md.</summary>
    public static bool Acts(string intent) => Acted.Contains(intent) || intent.StartsWith(Answering.Role, StringComparison.Ordinal);

    /// <summary>What a turn leads to.</summary>
    public Decision Decide(Conversation conversation, Turn turn)
    {
        // While a person has the conversation, a second voice would only confuse.
        if (conversation.QuietUntil > turn.At && turn is not (TakenOver or LookedUp or DossierChanged)) return new Decision(conversation, []);
        // Nothing is read or remembered: what was under way goes on once the channel is on again, and a change is called once more then.
        if (turn.Off is { } off && turn is not TakenOver) return SwitchedOff(conversation, turn, off);
        return Announced(conversation, turn, Remembered(conversation, Decided(conversation, turn)));
    }

    private Decision Decided(Conversation conversation, Turn turn) => turn switch
    {
        Joined joined => Welcomed(conversation, joined.IsAsked),
        Attached attached => Introduced(conversation, turn, Say(conversation, Kind(attached), Outcome.Unanswered)),
        DossierChanged changed => Following.Changed(conversation, changed),
        QuestionReplied replied => Voice(conversation).Wishing.Told(conversation, replied),
        LookedUp lookedUp when Following.IsChange(lookedUp) => Elsewhere(Voice(conversation).Following.Told(conversation, lookedUp))!,
        LookedUp lookedUp => Voice(conversation).Waiting(conversation)?.Returned(conversation, lookedUp) ?? Say(conversation, "cancelled", Outcome.Small),
        TakenOver taken => new Decision(conversation with { QuietUntil = taken.Until, Dialog = null, Slots = conversation.Slots.Clear() }, []),
        Said said => Heard(conversation, said),
        _ => new Decision(conversation, []),
    };

    private Decision Heard(Conversation conversation, Said said)
    {
        var text = Chosen(conversation, said.Text);
        if (string.IsNullOrWhiteSpace(text)) return Introduced(conversation, said, Say(conversation, "empty", Outcome.Asked));
        if (said.IsTooLong || text.Length > LongestMessage) return Introduced(conversation, said, Say(conversation, "too-long", Outcome.Unanswered));
        var message = Read(conversation, said, text);
        return Introduced(conversation, said, Heard(WithRole(conversation, message) with { IsEnglish = message.IsEnglish }, message));
    }

    private Message Read(Conversation conversation, Said said, string text)
    {
        var (understood, isEnglish) = librarian.Understand(text, conversation.IsEnglish);
        // A number, a code or one of the choices that were offered is of no language: the talk goes on in the one it had.
        isEnglish |= conversation.IsEnglish && (!text.Any(char.IsLetter) || DossierCode.Read(text) is not null || conversation.Choices.Contains(text));
        var recognized = intents.Recognize(understood);
        if (recognized.IsEmpty && understood.Tokens.Length <= ShortestSaid && intents.RecognizeWhole(text) is { } whole) recognized = [whole];
        // What English asks by the order of its words is lost in the Vietnamese ones that it is read as.
        var asking = isEnglish ? intents.Recognize(librarian.AsTyped(text)) : recognized;
        return new Message(said.At, text, understood, recognized, isEnglish)
        {
            Seq = said.Seq, IsRecorded = said.IsRecorded, KeptDays = said.KeptDays, AsksWhether = AsksWhether(asking, isEnglish ? (0, false) : librarian.Denials(understood)),
        };
    }

    // "Không" asks at the end of a question and denies anywhere else: whoever asks whether something is not so would take yes for no.
    private static bool AsksWhether(ImmutableArray<string> intents, (int Count, bool IsLast) denials) => denials switch
    {
        (0, _) => intents.Contains("whether") || intents.Contains("checking"),
        (1, true) => true,
        (1, _) => intents.Contains("whether"),
        _ => false,
    };

    // Read down: the first to speak decides.
    private Decision Heard(Conversation conversation, Message message) =>
        Elsewhere(Emergency(conversation, message)
            ?? Cancelled(conversation, message)
            ?? Erased(conversation, message)
            ?? Voice(conversation).Waiting(conversation)?.Continue(conversation, message)
            ?? Begun(conversation, message))
        ?? Reminded(conversation, Wordless(conversation, message) ?? SmallTalk(conversation, message) ?? Voice(conversation).Wishing.Offered(message, Asked(conversation, message, answering.Answer(conversation, message))));

    // A number by itself chooses among what was offered last, as it stands there in a list or on buttons.
    private static string Chosen(Conversation conversation, string text) =>
        !conversation.Choices.IsEmpty && int.TryParse(text.AsSpan().Trim().TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1 && number <= conversation.Choices.Length ? conversation.Choices[number - 1] : text;

    private static Decision Remembered(Conversation before, Decision decision)
    {
        if (decision.Replies.IsDefaultOrEmpty) return decision;
        // An offer is open for the next word only: "vâng" to whatever came in between is none to it.
        if (before.Asked is { Offered: not null } asked && decision.Next.Asked == asked) decision = decision with { Next = decision.Next with { Asked = asked with { Offered = null } } };
        var last = decision.Replies[^1];
        // The buttons below an answer ask whether it was right: not for those would somebody type a number.
        ImmutableArray<string> choices = last.Outcome == Outcome.Answered || last.Buttons.IsDefaultOrEmpty ? [] : [.. last.Buttons.Select(b => b.Says)];
        return choices.IsEmpty && decision.Next.Choices.IsEmpty ? decision : decision with { Next = decision.Next with { Choices = choices } };
    }

    // Who is in danger is told whom to call, and who wants nothing kept or told any more is obeyed, whatever staff have switched off.
    private Decision SwitchedOff(Conversation conversation, Turn turn, SwitchedOff off)
    {
        if (turn is DossierChanged or QuestionReplied) return new Decision(conversation, []);
        var message = turn is Said { IsTooLong: false, Text: { Length: > 0 and <= LongestMessage } text } said ? Read(conversation, said, text) : null;
        if (message is not null) conversation = conversation with { IsEnglish = message.IsEnglish };
        return (message is null ? null : Emergency(conversation, message) ?? StoppedOn(conversation, message) ?? Erased(conversation, message))
            ?? new Decision(conversation, [new Reply(off.Sentence is { } sentence ? Plain.Text(sentence) : Voice(conversation).Words.Say("switched-off"), Outcome.Unanswered)]);
    }

    // Once, before all else that is said. A change may go out as a template, which nothing can precede.
    private Decision Announced(Conversation before, Turn turn, Decision decision) =>
        turn.Banner is not { } banner || before.Banner == banner.Id
            || decision.Replies.IsDefaultOrEmpty || decision.Replies.Any(reply => reply.Change is not null)
            ? decision
            : decision with
            {
                Next = decision.Next with { Banner = banner.Id },
                Replies = [new Reply(Voice(decision.Next).Words.Say("banner", ("text", Plain.Text(banner.Text))), Outcome.Small), .. decision.Replies],
            };

    // Once, before the first answer: that a machine answers, and what is kept of the talk.
    private Decision Introduced(Conversation before, Turn turn, Decision decision) => !turn.IsUnannounced || before.Greeted || decision.Next.Greeted
        ? decision
        : decision with { Next = decision.Next with { Greeted = true }, Replies = [new Reply(Voice(decision.Next).Words.Say("introduction"), Outcome.Small), .. decision.Replies] };

    private string Kind(Attached attached)
    {
        var key = "attached." + attached.Kind;
        return wording.Has(key) ? key : "attached";
    }

    private Decision Welcomed(Conversation conversation, bool isAsked) => conversation.Greeted && !isAsked
        ? new Decision(conversation, [])
        : new Decision(conversation with { Greeted = true }, [new Reply(Voice(conversation).Words.Say("welcome"), Outcome.Small) { Buttons = Voice(conversation).Topics }]);

    private Decision? Emergency(Conversation conversation, Message message) =>
        message.Says("emergency") ? Say(conversation, "intent.emergency", Outcome.Small) : null;

    // With one word: what is under way; where nothing is, what is followed.
    private Decision? Cancelled(Conversation conversation, Message message) =>
        !message.Says("cancel") && !message.Says("stop") ? null
        : conversation.Dialog is not null ? Say(conversation with { Dialog = null, Slots = conversation.Slots.Clear() }, "cancelled", Outcome.Small)
        // "Thôi" to an offer is no to the offer, not the end of what was begun before.
        : conversation.Asked?.Offered is not null ? Say(conversation, "intent.no", Outcome.Small)
        : StoppedOn(conversation, message) ?? Say(conversation with { Slots = conversation.Slots.Clear() }, "cancel.nothing", Outcome.Small);

    private Decision? StoppedOn(Conversation conversation, Message message) =>
        message.Says("stop") && Following.IsOn(conversation, message.At) ? Voice(conversation).Following.Stopped(conversation) : null;

    private Decision? Erased(Conversation conversation, Message message) => message.Says("delete-data")
        ? Say(Kept(conversation), "data.deleted", Outcome.Small) with { Erases = true }
        : null;

    // What protects others than him stays, and so does what the department itself is doing.
    private static Conversation Kept(Conversation conversation) => Conversation.New with
    {
        IsEnglish = conversation.IsEnglish, Greeted = conversation.Greeted, Banner = conversation.Banner,
        QuietUntil = conversation.QuietUntil, WrongGuesses = conversation.WrongGuesses, GuessAfter = conversation.GuessAfter,
    };

    // Whom the citizen says to be is remembered.
    private static Conversation WithRole(Conversation conversation, Message message) => message.Role is { } role ? conversation with { Audience = role } : conversation;

    private Decision? Begun(Conversation conversation, Message message) =>
        Voice(conversation).Dialogs.Select(dialog => dialog.Begin(conversation, message)).FirstOrDefault(decision => decision is not null);

    // Who types a picture gets what a sticker gets; a lone sign asks as little as nothing does.
    private Decision? Wordless(Conversation conversation, Message message) =>
        !message.Understood.Tokens.IsEmpty ? null
        : message.Text.EnumerateRunes().Any(Rune.IsSymbol) ? Say(conversation, "attached.sticker", Outcome.Small)
        : Say(conversation, "empty", Outcome.Asked);

    private Decision? SmallTalk(Conversation conversation, Message message)
    {
        foreach (var intent in message.Intents)
        {
            switch (intent)
            {
                case "greet" when !conversation.Greeted && !message.IsEnglish:
                    return Welcomed(conversation, isAsked: true);
                case "greet" or "help":
                    return new Decision(conversation, [new Reply(Voice(conversation).Words.Say("intent." + intent), Outcome.Small) { Buttons = Voice(conversation).Topics }]);
                case "like" or "dislike" or "false-answer":
                    var remark = message.IsRecorded && conversation.Asked is { } asked ? new Remark(asked.Seq, Judged(intent)) : null;
                    // Nobody can look into what is written down nowhere.
                    var reply = intent == "false-answer" && remark is null ? "dislike" : intent;
                    return Say(conversation, "intent." + reply, Outcome.Small) with { Remark = remark };
                case "thanks" or "goodbye" or "yes" or "no":
                    return Say(conversation, "intent." + intent, Outcome.Small);
                case var acted when Acts(acted):
                    continue;
                default:
                    return Elsewhere(Voice(conversation).Say(conversation, "intent." + intent, Outcome.Unanswered, ("days", message.KeptDays.ToString(CultureInfo.InvariantCulture))));
            }
        }
        return null;
    }

    private static Verdict Judged(string intent) => intent switch
    {
        "like" => Verdict.Right,
        "dislike" => Verdict.Wrong,
        _ => Verdict.False,
    };

    // What is said from here on is about something else than the question before.
    private static Decision? Elsewhere(Decision? decision) => decision is null or { Replies.IsEmpty: true } ? decision : decision with { Next = decision.Next with { Asked = null } };

    // Neither small talk nor what is about a person's dossier is a question to the notices.
    private Decision Asked(Conversation before, Message message, Decision decision)
    {
        if (decision.Replies is not [.., { Outcome: Outcome.Answered or Outcome.Unanswered } reply] || message.Says("others-dossier")) return decision;
        // What a later turn tells of it is told to its record; the gate, which asks thousands, has none.
        if (!message.IsRecorded) return decision with { Next = decision.Next with { Asked = null } };
        var gist = string.Join(' ', librarian.Gist(librarian.AsTyped(message.Text)));
        var asked = new LastAsked(message.Seq, message.At, gist, reply.Sections is [var first, ..] ? first.ToString() : null);
        var remark = before.Asked is { } last && last.IsAskedAgain(asked) ? new Remark(last.Seq) : null;
        // What is said while a dossier's dialog waits may be about a person.
        return decision with { Question = before.Dialog is null ? message.Text : null, Next = decision.Next with { Asked = asked }, Remark = remark };
    }

    // A dialog that waits is not forgotten over a question in between.
    // Once: below every answer it would only be in the way. The dialog goes on waiting.
    private Decision Reminded(Conversation conversation, Decision decision) => Voice(conversation).Waiting(conversation) is not { } dialog || decision.Replies.IsEmpty || conversation.Slots.ContainsKey(ReminderSaid)
        ? decision
        : decision with
        {
            Next = decision.Next with { Slots = decision.Next.Slots.SetItem(ReminderSaid, "") },
            Replies = decision.Replies.SetItem(decision.Replies.Length - 1, decision.Replies[^1] with { Markdown = decision.Replies[^1].Markdown + "\n\n" + dialog.Reminder(conversation) }),
        };

    private Voice Voice(Conversation conversation) => conversation.IsEnglish ? english : vietnamese;

    private Decision Say(Conversation conversation, string key, Outcome outcome) => Voice(conversation).Say(conversation, key, outcome);
}
