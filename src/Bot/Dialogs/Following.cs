using Bot.Conversations;
using Bot.Dossiers;
using Bot.Recognizers;

namespace Bot.Dialogs;

/// <summary>Tells the citizen when a dossier that he has proven to be his changes: until he says stop, until its end, or for ninety days.</summary>
public sealed class Following(Wording wording, DossierWriter writer) : Dialog
{
    private const int Most = 10;

    private const string Begun = "follow";

    private const string Change = "change";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    public override string Name => "following";

    /// <summary>Whether anything is to be told to a conversation some time.</summary>
    public static bool IsOn(Conversation conversation, DateTimeOffset at) =>
        conversation.Follows.Any(f => f.Until > at) || conversation.Wishes.Any(w => w.Until > at);

    public override Decision? Begin(Conversation conversation, Message message)
    {
        if (message.Says("unfollow")) return Stopped(conversation);
        if (!message.Says("follow")) return null;
        var named = DossierCode.Read(message.Text)?.Code;
        // Another one than was proven: it is looked up first, and its answer offers to follow.
        if (named is { } other && !FollowUp.IsProven(conversation, other.Text, message.At)) return null;
        if ((named?.Text ?? FollowUp.Latest(conversation, message.At)) is { } proven && DossierCode.Parse(proven) is { } code)
            return new Decision(conversation with { Dialog = Name, Slots = conversation.Slots.Clear() }, [], new Effect.Recall(code, Begun));
        // Nothing is proven (any more): the look-up comes first, and its answer offers to follow.
        return new Decision(conversation with { Dialog = DossierDialog.Key }, [new Reply(wording.Say("follow.ask-code"), Outcome.Asked)]);
    }

    public override Decision? Continue(Conversation conversation, Message message) => null;

    public override Decision Returned(Conversation conversation, LookedUp result)
    {
        conversation = conversation with { Dialog = null };
        if (result.Result is not LookUp.Found { Dossier: var dossier } || !FollowUp.IsStillTheirs(conversation, dossier)) return Say(conversation, "dossier.down", Outcome.Failed, result.For.Code.Text);
        if (DossierTiming.HasEnded(dossier)) return Say(conversation, "follow.has-ended", Outcome.Answered, dossier.Code);
        var others = conversation.Follows.RemoveAll(f => f.Code == dossier.Code || f.Until <= result.At);
        if (others.Length >= Most) return Say(conversation, "follow.too-many", Outcome.Unanswered, dossier.Code);
        return Say(conversation with { Follows = others.Add(new Follow(dossier.Code, dossier.Owner, DossierMark.Of(dossier), result.At + Longest)) }, "follow.begun", Outcome.Answered, dossier.Code);
    }

    public override string Reminder(Conversation conversation) => "";

    /// <summary>Nothing is told any more that nobody has just asked for.</summary>
    public Decision Stopped(Conversation conversation) =>
        Say(conversation with { Follows = [], Wishes = [] }, (conversation.Follows.IsEmpty, conversation.Wishes.IsEmpty) switch
        {
            (true, true) => "follow.nothing",
            (true, false) => "wish.stopped",
            _ => "follow.stopped",
        }, Outcome.Small);

    /// <summary>Looks at a dossier that seems to have changed, if it is followed here. Whoever sends the event learns nothing that he has not proven.</summary>
    public static Decision Changed(Conversation conversation, DossierChanged changed) =>
        conversation.Follows.Any(f => f.Code == changed.Code && f.Until > changed.At) && DossierCode.Parse(changed.Code) is { } code
            ? new Decision(conversation, [], new Effect.Recall(code, Change))
            : new Decision(conversation, []);

    /// <summary>Whether a look-up is what <see cref="Changed"/> asked for.</summary>
    public static bool IsChange(LookedUp result) => result.For is Effect.Recall { Asked: Change };

    /// <summary>Tells a change, once; nothing when there is none, or when the source could not be asked.</summary>
    public Decision Told(Conversation conversation, LookedUp result)
    {
        if (conversation.Follows.FirstOrDefault(f => f.Code == result.For.Code.Text) is not { } follow) return new Decision(conversation, []);
        // No source has it any more, or not as his: of that there is nothing to tell but the end.
        if (result.Result is LookUp.NoMatch || result.Result is LookUp.Found { Dossier.Owner: var owner } && owner != follow.Owner)
            return Say(conversation with { Follows = conversation.Follows.Remove(follow) }, "follow.gone", Outcome.Answered, follow.Code);
        if (result.Result is not LookUp.Found { IsLastKnown: false } found) return new Decision(conversation, []);
        var known = follow with { Code = found.Dossier.Code, Mark = DossierMark.Of(found.Dossier) };
        if (known == follow) return new Decision(conversation, []);
        var hasEnded = DossierTiming.HasEnded(found.Dossier);
        var follows = hasEnded ? conversation.Follows.Remove(follow) : conversation.Follows.Replace(follow, known);
        var state = writer.Short(found, "state", result.At);
        var told = wording.Say("follow.changed", ("code", follow.Code)) + "\n\n" + state.Markdown + "\n\n" + wording.Say(hasEnded ? "follow.ends" : "follow.goes-on");
        return new Decision(conversation with { Follows = follows }, [state with { Markdown = told, Change = new ChangeNotice(follow.Code, writer.Label(found.Dossier)) }]);
    }

    private Decision Say(Conversation conversation, string key, Outcome outcome, string code = "") => new(conversation, [new Reply(wording.Say(key, ("code", code)), outcome)]);
}
