using Bot.Conversations;

namespace Bot.Dialogs;

/// <summary>Offers to tell the answer to a question once there is one, and tells it: until the citizen says stop, or for ninety days.</summary>
public sealed class Wishing(Wording wording) : Dialog
{
    private const int Most = 10;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    public override string Name => "wishing";

    /// <summary>A decision on a question, with the offer where no notice answers it: once for a question, and only for what is kept of it.</summary>
    public Decision Offered(Message message, Decision decision)
    {
        if (decision.Next.Wishes.Any(w => w.Until <= message.At))
            decision = decision with { Next = decision.Next with { Wishes = decision.Next.Wishes.RemoveAll(w => w.Until <= message.At) } };
        var next = decision.Next;
        if (decision is not { Replies: [.., { Outcome: Outcome.Unanswered } reply], Question: { } question }) return decision;
        if (next is not { Dialog: null, Asked: { } asked }) return decision;
        if (!message.IsRecorded || message.IsEnglish || !wording.Has("wish.offer")) return decision;
        if (asked.Gist.Length == 0 || next.WishesOffered.Any(asked.IsLike) || next.Wishes.Length >= Most) return decision;
        if (Anonymous.Of(question) is not { } kept) return decision;
        var button = new Button(wording.Say("wish.button"), wording.Say("wish.button"));
        var offer = reply with { Markdown = reply.Markdown + "\n\n" + wording.Say("wish.offer"), Buttons = [.. reply.Buttons, button] };
        return decision with
        {
            Next = next with { Asked = asked with { Offered = kept }, WishesOffered = [.. next.WishesOffered.TakeLast(Most - 1), asked.Gist] },
            Replies = decision.Replies.SetItem(decision.Replies.Length - 1, offer),
        };
    }

    // Before the dialogs on dossiers: "báo tôi" is about what was offered last.
    public override Decision? Begin(Conversation conversation, Message message)
    {
        if (conversation.Asked is not { Offered: { } text } asked)
            return message.Says("wish") && !message.Says("follow") && conversation.Proven.IsEmpty && message.IsRecorded && wording.Has("wish.offer")
                // Asked again, it is offered again.
                ? Say(conversation with { WishesOffered = [] }, "wish.nothing", Outcome.Asked) : null;
        if (!message.Says("wish") && !IsYes(message, asked) && !(message.Says("follow") && conversation.Proven.IsEmpty)) return null;
        var others = conversation.Wishes.RemoveAll(w => w.Until <= message.At || w.Text == text);
        return Say(conversation with { Wishes = others.Add(new Wish(asked.Seq, text, message.At + Longest)) }, "wish.noted", Outcome.Small);
    }

    // "Vâng, cho em hỏi" begins with another word than yes; and a yes of the next day is to something else.
    private static bool IsYes(Message message, LastAsked asked) => message.Says("yes") && !message.Says("greet") && message.At - asked.At <= Fresh;

    public override Decision? Continue(Conversation conversation, Message message) => null;

    public override Decision Returned(Conversation conversation, LookedUp result) => new(conversation, []);

    public override string Reminder(Conversation conversation) => "";

    /// <summary>Tells what staff have written, once, to who still wants to be told; nothing to anybody else.</summary>
    public Decision Told(Conversation conversation, QuestionReplied replied)
    {
        var wish = conversation.Wishes.FirstOrDefault(w => w.Seq == replied.Question && w.Until > replied.At);
        if (wish is null || replied.Text is not { } text) return new Decision(conversation, []);
        var told = wording.Say("wish.told", ("question", Plain.Text(wish.Text)), ("reply", Plain.Text(text)));
        return new Decision(conversation with { Wishes = conversation.Wishes.Remove(wish), Asked = null }, [new Reply(told, Outcome.Answered)]);
    }

    private Decision Say(Conversation conversation, string key, Outcome outcome) => new(conversation, [new Reply(wording.Say(key), outcome)]);
}
