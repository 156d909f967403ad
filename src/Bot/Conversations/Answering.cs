using System.Collections.Immutable;
using System.Globalization;
using Knowledge.Analysis;
using Knowledge.Answers;
using Knowledge.Notices;
using Knowledge.Passages;

namespace Bot.Conversations;

/// <summary>Answers a message from the notices: what of the talk it leans on, how many questions it holds, and what is said to each.</summary>
public sealed class Answering(Wording wording, Librarian librarian)
{
    /// <summary>How the names of intents begin by which a citizen says to be somebody: "role-officer".</summary>
    public const string Role = "role-";

    // A question that could stand alone leans on nothing when it is this sure without.
    private const float SureAlone = 0.8f;

    private readonly AnswerWriter vietnamese = new(wording);
    private readonly Wording englishWording = wording.InEnglish();
    private readonly AnswerWriter english = new(wording.InEnglish());

    /// <summary>What a question leads to.</summary>
    public Decision Answer(Conversation conversation, Message message)
    {
        var today = VietnamTime.Day(message.At);
        var writer = message.IsEnglish ? english : vietnamese;
        var last = Last(conversation);
        // Only a message that asks nothing else goes on about a list or a sum that was said.
        if (last is not null && librarian.IsElliptical(WithoutNumbers(message.Understood)) && (Item(writer, last, message, today) ?? Reckoned(writer, last, message, today)) is { } known)
            return new Decision(conversation with { Offered = false }, [known]);
        var readBacks = ReadBack.Of(message.Text, message.Says("confirming"));
        var question = new Question(readBacks.IsEmpty ? message.Understood : WithoutNumbers(message.Understood)) { Audience = conversation.Audience };
        var (findings, leans) = Find(conversation, last, question, message, today);
        // A number that is read back is answered by the section that has the right one, unless something else about it is asked.
        if (readBacks is [var readBack, ..] && findings is [var found] && (librarian.IsElliptical(question.Text) || found.Confidence < SureAlone && readBack.IsIn(found.Source) is null) && librarian.Default(readBack.Aspect) is { } right && readBack.IsIn(right) is not null)
            findings = [librarian.Answer(right, 1, today)];
        if (findings is [Finding.Nothing nothing]) return Unanswered(conversation, message, nothing);
        var asked = new AskedFor(librarian.ContentWords(message.Understood), message.AsksWhether);
        var reply = findings is [var only] ? writer.Write(only, today, Lead(writer, only, message, readBacks), asked)! : writer.WriteSeveral(findings, today, asked);
        var next = conversation with
        {
            // What leans and names something of its own has turned the talk to that.
            LastQuestion = leans && librarian.IsElliptical(question.Text) ? conversation.LastQuestion : Shortened.Plain(message.Text, 200),
            LastSection = findings.Select(f => f.About).OfType<Passage>().LastOrDefault()?.Address.ToString() ?? conversation.LastSection,
            Offered = false,
        };
        return new Decision(next, [reply]);
    }

    // What a message leans on is tried where it names nothing of its own, points back, or is not answered alone.
    private (ImmutableArray<Finding> Findings, bool Leans) Find(Conversation conversation, Passage? last, Question question, Message message, DateOnly today)
    {
        if (conversation.LastQuestion is not { } before) return (librarian.AskEach(question, today), false);
        if (librarian.IsElliptical(question.Text) && Continued() is not Finding.Nothing and var elliptical) return ([elliptical], true);
        var alone = librarian.AskEach(question, today);
        var points = message.Says("leaning");
        if (alone is not [Finding.Nothing] && (!points || Sureness(alone) >= SureAlone)) return (alone, false);
        return Continued() is not Finding.Nothing and var continued && continued.Confidence > Sureness(alone) ? ([continued], true) : (alone, false);

        static float Sureness(ImmutableArray<Finding> findings) => findings.First(finding => findings.Length == 1 || finding is not Finding.Nothing).Confidence;

        // Only here are the earlier words read again: most messages stand alone.
        Finding Continued() => librarian.Ask(question with { Context = librarian.Understand(before).Text, Last = last?.Address, Points = message.Says("leaning") }, today);
    }

    private Decision Unanswered(Conversation conversation, Message message, Finding.Nothing nothing)
    {
        var words = Words(message);
        // Who only says to be somebody asks nothing yet.
        if (message.Role is { } role)
            return new Decision(conversation with { LastQuestion = Shortened.Plain(message.Text, 200), LastSection = null, Offered = false }, [new Reply(words.Say("role.noted", ("audience", words.Say("audience." + role))), Outcome.Asked)]);
        var understood = message.IsEnglish || message.Understood.Exact == Normalizer.Normalize(message.Text) ? "" : words.Say("unanswered.understood", ("understood", message.Understood.Exact)) + " ";
        if (nothing.Near.IsEmpty || conversation.Offered)
            return new Decision(conversation with { Offered = false }, [new Reply(understood + words.Say("unanswered"), Outcome.Unanswered)]);
        // Who tells something that notices are about says the rest in the next message.
        var told = librarian.Asks(message.Understood) ? conversation : conversation with { LastQuestion = Shortened.Plain(message.Text, 200), LastSection = null };
        return new Decision(told with { Offered = true },
            [new Reply(understood + words.Say("unanswered.near"), Outcome.Unanswered) { Buttons = [.. nothing.Near.Select(p => new Button(p.Section.Heading, p.Section.Heading))] }]);
    }

    // A number that was read back is confirmed or corrected, a sum that was asked for is reckoned, before anything else is said.
    private string? Lead(AnswerWriter writer, Finding finding, Message message, ImmutableArray<ReadBack> readBacks)
    {
        if (finding is not Finding.Said said) return null;
        var words = Words(message);
        if (said.IsAllSaid) return words.Say("answer.all-said");
        var judged = readBacks.Select(number => (number.Said, Verdict: number.Judged(said))).Where(number => number.Verdict is not null).OrderByDescending(number => number.Verdict!.Value.IsRight);
        if (judged.FirstOrDefault() is { Verdict: var (isRight, where) } first) return Told(isRight, first.Said, where);
        if (message.Says("confirming") && DocumentNumber.Wrong(message.Text, said.Passage) is { } document) return Told(isRight: false, document, said.Passage);
        return said.Passage.Section.Amount is { } amount ? Sum(words, message, amount) : null;

        string Told(bool isRight, string number, Passage where) =>
            words.Say(isRight ? "read-back.right" : "read-back.wrong", ("said", number), ("document", writer.Dated(where.Notice)));
    }

    private Reply? Reckoned(AnswerWriter writer, Passage last, Message message, DateOnly today) =>
        last.Section.Amount is { } amount && Sum(Words(message), message, amount) is { } sum ? writer.Write(new Finding.Said(last, null, 1), today, sum, AskedFor.Nothing) : null;

    private static string? Sum(Wording words, Message message, Amount amount) => Paid.Of(message.Text, amount) is not { } paid ? null
        : words.Say(paid.AsksForCode ? "amount.code" : "amount.sum", ("code", amount.Code), ("count", paid.Count.ToString(CultureInfo.InvariantCulture)), ("each", Paid.Write(amount.Each)), ("total", Paid.Write(paid.Total)));

    // "Ý thứ hai là gì": a point of the list that was said last.
    private static Reply? Item(AnswerWriter writer, Passage last, Message message, DateOnly today)
    {
        var items = Items.Of(last.Section.Markdown);
        for (var i = 0; i < items.Length; i++)
            if (message.Says($"item-{i + 1}") || i == items.Length - 1 && message.Says("item-last"))
                return writer.WriteItem(last, i + 1, items[i], today);
        return null;
    }

    private Wording Words(Message message) => message.IsEnglish ? englishWording : wording;

    private Passage? Last(Conversation conversation) =>
        SectionAddress.TryParse(conversation.LastSection, out var address) ? librarian.Find(address) : null;

    private static AnalyzedText WithoutNumbers(AnalyzedText text)
    {
        var kept = text.Tokens.RemoveAll(token => char.IsAsciiDigit(text.Exact[token.Start]));
        return kept.IsEmpty ? text : text.With(kept);
    }
}
