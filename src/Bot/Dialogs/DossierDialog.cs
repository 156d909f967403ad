using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Conversations;
using Bot.Dossiers;
using Bot.Recognizers;

namespace Bot.Dialogs;

/// <summary>The status of a dossier: asks for its code and the last four digits of the phone or identity number on the receipt.</summary>
public sealed partial class DossierDialog(Wording wording, DossierWriter writer) : Dialog
{
    // How long to wait after so many wrong guesses in a row.
    private static readonly TimeSpan[] Waits = [TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromHours(1)];

    private const string Code = "code";

    // The beginning of a code whose rest comes with the next message.
    private const string Part = "part";

    // The intent that names what the four digits are of.
    private const string Named = "verifier";

    /// <summary>The dialog's name.</summary>
    internal const string Key = "dossier";

    public override string Name => Key;

    public override Decision? Begin(Conversation conversation, Message message)
    {
        // The second half of an old code may be a whole code of the new shape.
        var text = conversation.Slots.TryGetValue(Part, out var part) && DossierCode.Joined(part, message.Text) is { } joined ? joined : message.Text;
        if (DossierCode.Read(text) is { } reading) return Take(conversation, message, reading, text);
        if (DossierCode.Beginning(text) is { } beginning) return Ask(conversation with { Slots = conversation.Slots.Clear().SetItem(Part, beginning) }, "dossier.partial-code");
        if (LoneNumber().IsMatch(message.Text)) return Ask(conversation, "dossier.partial-code");
        // Somebody else's dossier is refused in words of its own.
        if (message.Says("others-dossier")) return null;
        if (FollowUp.Of(conversation, message) is { } followUp && DossierCode.Parse(followUp.Code) is { } proven) return Recall(conversation, proven, followUp.Asked);
        if (message.Says("dossier-late")) return Ask(conversation, "dossier.ask-code-late");
        // "The other one", of which nothing is proven (any more).
        if (message.Says("dossier-other") && !conversation.Proven.IsEmpty) return Ask(conversation, "dossier.ask-code");
        return message.Says("dossier") ? Ask(conversation, "dossier.ask-code") : null;
    }

    public override Decision? Continue(Conversation conversation, Message message)
    {
        // Without a code yet, or with another one, it is as if the dialog began.
        if (Kept(conversation) is not { } code || DossierCode.Read(message.Text) is not null) return Begin(conversation, message);
        if (Verifier.Read(message.Text, message.Says(Named)) is { } verifier) return Fetch(conversation, code, verifier, message.At);
        if (DossierCode.Beginning(message.Text) is not null) return Begin(conversation, message);
        if (message.Says("others-dossier")) return null;
        if (message.Says("dossier") || message.Says("dossier-late") || FollowUp.IsAsked(message) || HasDigit().IsMatch(message.Text) && !HasWord().IsMatch(message.Text))
            return Ask(conversation, "dossier.ask-verifier", code.Text);
        return null;
    }

    public override Decision Returned(Conversation conversation, LookedUp result)
    {
        var code = result.For.Code;
        return (result.Result, result.For) switch
        {
            // Somebody else's now: what was proven is of no worth.
            (LookUp.Found { Dossier: var dossier }, Effect.Recall) when !FollowUp.IsStillTheirs(conversation, dossier) =>
                Say(Waiting(conversation with { Proven = conversation.Proven.RemoveAll(p => p.Code == code.Text) }, code), "dossier.ask-verifier", Outcome.Asked, code.Text),
            (LookUp.Found found, Effect.Recall { Asked: not FollowUp.Everything } recall) => Answered(FollowUp.Back(Closed(conversation)), writer.Short(found, recall.Asked, result.At)),
            (LookUp.Found found, Effect.Recall) => Whole(FollowUp.Back(Closed(conversation)), found, result.At),
            (LookUp.Found found, _) => Whole(FollowUp.Remembered(Closed(conversation), found.Dossier, result.At) with { WrongGuesses = 0, GuessAfter = null }, found, result.At),
            // It was there an hour ago: no guess, but a source that has changed its mind.
            (LookUp.NoMatch, Effect.Recall) => Say(Closed(conversation), "dossier.down", Outcome.Failed, code.Text),
            (LookUp.NoMatch, _) => Wrong(conversation, code, result.At),
            (LookUp.Limited, _) => Say(Closed(conversation), "dossier.limited", Outcome.Unanswered),
            _ => Say(Closed(conversation), "dossier.down", Outcome.Failed, code.Text),
        };
    }

    public override string Reminder(Conversation conversation) =>
        Kept(conversation) is { } code ? wording.Say("dossier.remind-verifier", ("code", code.Text)) : wording.Say("dossier.remind-code");

    private Decision Take(Conversation conversation, Message message, DossierCodeReading reading, string text)
    {
        if (reading.Code is not { } code) return Ask(conversation, "dossier.impossible-code", reading.Text);
        if (code.Day > VietnamTime.Day(message.At)) return Ask(conversation, "dossier.future-code", reading.Text);
        if (FollowUp.IsProven(conversation, code.Text, message.At)) return Recall(conversation, code, FollowUp.Everything);
        // Who gives everything at once is not asked again.
        if (Verifier.Read(text, message.Says(Named)) is { } verifier) return Fetch(conversation, code, verifier, message.At);
        return Say(Waiting(conversation, code), "dossier.ask-verifier", Outcome.Asked, code.Text);
    }

    private Decision Fetch(Conversation conversation, DossierCode code, string verifier, DateTimeOffset at) => conversation.GuessAfter > at
        ? new Decision(Waiting(conversation, code), [new Reply(Later(conversation, at), Outcome.Asked)])
        : new Decision(Waiting(conversation, code), [], new Effect.Find(code, verifier));

    private Decision Wrong(Conversation conversation, DossierCode code, DateTimeOffset at)
    {
        // An hour after the last wait they are forgotten.
        var before = conversation.GuessAfter is { } after && at > after + Waits[^1] ? 0 : conversation.WrongGuesses;
        var guesses = Math.Min(before + 1, Waits.Length - 1);
        conversation = conversation with { WrongGuesses = guesses, GuessAfter = Waits[guesses] > TimeSpan.Zero ? at + Waits[guesses] : null };
        if (guesses == Waits.Length - 1) return Say(Closed(conversation), "dossier.too-many", Outcome.Unanswered);
        var told = Say(conversation, "dossier.no-match", Outcome.Asked, code.Text);
        return conversation.GuessAfter is null ? told : told with { Replies = [told.Replies[0] with { Markdown = told.Replies[0].Markdown + "\n\n" + Later(conversation, at) }] };
    }

    private string Later(Conversation conversation, DateTimeOffset at) =>
        wording.Say("dossier.later", ("minutes", Math.Ceiling((conversation.GuessAfter!.Value - at).TotalMinutes).ToString(CultureInfo.InvariantCulture)));

    private Decision Recall(Conversation conversation, DossierCode code, string asked) =>
        new(conversation with { Dialog = Name, Slots = conversation.Slots.Clear() }, [], new Effect.Recall(code, asked));

    private Decision Whole(Conversation conversation, LookUp.Found found, DateTimeOffset at)
    {
        var answered = Answered(conversation, writer.Whole(found, at));
        if (DossierTiming.HasEnded(found.Dossier) || conversation.Follows.Any(f => f.Code == found.Dossier.Code && f.Until > at)) return answered;
        return answered with { Replies = [answered.Replies[0] with { Buttons = [new Button(wording.Say("follow.button"), wording.Say("follow.button-says"))] }] };
    }

    private static Decision Answered(Conversation conversation, Reply reply) => new(conversation, [reply]);

    private Decision Ask(Conversation conversation, string key, string code = "") => Say(conversation with { Dialog = Name }, key, Outcome.Asked, code);

    private Decision Say(Conversation conversation, string key, Outcome outcome, string code = "") => new(conversation, [new Reply(wording.Say(key, ("code", code)), outcome)]);

    private Conversation Waiting(Conversation conversation, DossierCode code) =>
        conversation with { Dialog = Name, Slots = conversation.Slots.Remove(Part).SetItem(Code, code.Text) };

    private static Conversation Closed(Conversation conversation) => conversation with { Dialog = null, Slots = conversation.Slots.Clear() };

    private static DossierCode? Kept(Conversation conversation) => conversation.Slots.TryGetValue(Code, out var text) ? DossierCode.Parse(text) : null;

    // Only a running number, a phone number or a part of a code: too little to look a dossier up. A procedure's code ("1.012289") is none of these.
    [GeneratedRegex(@"^\W*(?!\d\.\d{6}\b)(?:\d[\d .\-]{3,14}|[GH]\d{2}[\d .\-]{2,14})\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex LoneNumber();

    [GeneratedRegex(@"\d")]
    private static partial Regex HasDigit();

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex HasWord();
}
