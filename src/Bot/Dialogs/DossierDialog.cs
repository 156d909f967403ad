using System.Text.RegularExpressions;
using Bot.Calendars;
using Bot.Conversations;
using Bot.Dossiers;
using Bot.Recognizers;

namespace Bot.Dialogs;

/// <summary>The status of a dossier: asks for its code and the last four digits of the phone or identity number on the receipt.</summary>
public sealed partial class DossierDialog(Wording wording, WorkingCalendar calendar) : Dialog
{
    /// <summary>Wrong guesses after which a conversation may not ask any more.</summary>
    public const int MostGuesses = 5;

    private const string Code = "code";

    // The beginning of a code whose rest comes with the next message.
    private const string Part = "part";

    // What was asked about a dossier that is looked up again on an earlier proof.
    private const string Asked = "asked";

    private readonly DossierWriter writer = new(wording, calendar);

    public override string Name => "dossier";

    public override Decision? Begin(Conversation conversation, Message message)
    {
        if (DossierCode.Read(message.Text) is { } reading) return Take(conversation, message, reading, DossierCode.Without(message.Text));
        if (conversation.Slots.TryGetValue(Part, out var part) && DossierCode.Read(part + "-" + message.Text.Trim().TrimStart('-', '.')) is { } joined) return Take(conversation, message, joined, "");
        if (DossierCode.Beginning(message.Text) is { } beginning) return Ask(conversation with { Slots = conversation.Slots.SetItem(Part, beginning) }, "dossier.partial-code");
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
        if (Verifier(message.Text) is { } verifier) return Fetch(conversation, code, verifier);
        if (message.Says("others-dossier")) return null;
        if (message.Says("dossier") || message.Says("dossier-late") || FollowUp.Intents.Any(message.Says) || HasDigit().IsMatch(message.Text) && !HasWord().IsMatch(message.Text))
            return Ask(conversation, "dossier.ask-verifier", code.Text);
        return null;
    }

    public override Decision Returned(Conversation conversation, LookedUp result)
    {
        var asked = conversation.Slots.GetValueOrDefault(Asked);
        switch (result.Result)
        {
            case LookUp.Found found when asked is not null:
                return new Decision(Closed(conversation), [new Reply(asked == FollowUp.Everything ? writer.Whole(found, result.At) : writer.Short(found, asked, result.At), Outcome.Answered)]);
            case LookUp.Found found:
                return new Decision(FollowUp.Remembered(Closed(conversation), result.Code, result.At), [new Reply(writer.Whole(found, result.At), Outcome.Answered)]);
            // It was there an hour ago: no guess, but a source that has changed its mind.
            case LookUp.NoMatch when asked is not null:
                return new Decision(Closed(conversation), [new Reply(wording.Say("dossier.down", ("code", result.Code.Text)), Outcome.Failed)]);
            case LookUp.NoMatch when conversation.WrongGuesses + 1 < MostGuesses:
                return new Decision(conversation with { WrongGuesses = conversation.WrongGuesses + 1 }, [new Reply(wording.Say("dossier.no-match", ("code", result.Code.Text)), Outcome.Asked)]);
            case LookUp.NoMatch:
                return new Decision(Closed(conversation) with { WrongGuesses = MostGuesses }, [new Reply(wording.Say("dossier.too-many"), Outcome.Unanswered)]);
            case LookUp.Limited:
                return new Decision(Closed(conversation), [new Reply(wording.Say("dossier.too-many"), Outcome.Unanswered)]);
            default:
                return new Decision(Closed(conversation), [new Reply(wording.Say("dossier.down", ("code", result.Code.Text)), Outcome.Failed)]);
        }
    }

    public override string Reminder(Conversation conversation) =>
        Kept(conversation) is { } code ? wording.Say("dossier.remind-verifier", ("code", code.Text)) : wording.Say("dossier.remind-code");

    private Decision Take(Conversation conversation, Message message, DossierCodeReading reading, string rest)
    {
        if (reading.Code is not { } code) return Ask(conversation, "dossier.impossible-code", reading.Text);
        if (code.Day > VietnamTime.Day(message.At)) return Ask(conversation, "dossier.future-code", reading.Text);
        if (FollowUp.IsProven(conversation, code.Text, message.At)) return Recall(conversation, code, FollowUp.Everything);
        // Who gives everything at once is not asked again.
        if (Verifier(rest) is { } verifier) return Fetch(conversation, code, verifier);
        return new Decision(Waiting(conversation, code), [new Reply(wording.Say("dossier.ask-verifier", ("code", code.Text)), Outcome.Asked)]);
    }

    private Decision Fetch(Conversation conversation, DossierCode code, string verifier) => conversation.WrongGuesses >= MostGuesses
        ? new Decision(Closed(conversation), [new Reply(wording.Say("dossier.too-many"), Outcome.Unanswered)])
        : new Decision(Waiting(conversation, code), [], new Effect.Find(code, verifier));

    private Decision Recall(Conversation conversation, DossierCode code, string asked) =>
        new(conversation with { Dialog = Name, Slots = conversation.Slots.Clear().SetItem(Code, code.Text).SetItem(Asked, asked) }, [], new Effect.Recall(code));

    private Decision Ask(Conversation conversation, string key, string code = "") =>
        new(conversation with { Dialog = Name }, [new Reply(wording.Say(key, ("code", code)), Outcome.Asked)]);

    private Conversation Waiting(Conversation conversation, DossierCode code) =>
        conversation with { Dialog = Name, Slots = conversation.Slots.Remove(Part).SetItem(Code, code.Text) };

    private static Conversation Closed(Conversation conversation) => conversation with { Dialog = null, Slots = conversation.Slots.Clear() };

    private static DossierCode? Kept(Conversation conversation) => conversation.Slots.TryGetValue(Code, out var text) ? DossierCode.Parse(text) : null;

    // Four digits, or the whole number of a phone or an identity card (12 digits, once 9), of which only the last four count.
    private static string? Verifier(string text)
    {
        if (FourDigits().Match(text) is { Success: true } four) return four.Value;
        return WholeNumber().Match(text) is { Success: true } whole ? string.Concat(whole.Value.Where(char.IsAsciiDigit))[^4..] : null;
    }

    // Only a running number, a phone number or a part of a code: too little to look a dossier up. A procedure's code ("1.012289") is none of these.
    [GeneratedRegex(@"^\W*(?!\d\.\d{6}\b)(?:\d[\d .\-]{3,14}|[GH]\d{2}[\d .\-]{2,14})\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex LoneNumber();

    [GeneratedRegex(@"(?<!\d)(?<!\d[ .\-])\d{4}(?![ .\-]?\d)")]
    private static partial Regex FourDigits();

    [GeneratedRegex(@"(?<!\d)\d(?:[ .\-]?\d){8,11}(?!\d)")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"\d")]
    private static partial Regex HasDigit();

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex HasWord();
}
