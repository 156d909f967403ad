using Knowledge.Answers;
using Knowledge.Notices;
using Knowledge.Passages;

namespace Bot.Conversations;

/// <summary>Words what the librarian found: the direct answer first, then its source and whether it still holds.</summary>
public sealed class AnswerWriter(Wording wording)
{
    // Together with sources and links a reply stays below 1,200 characters: nobody reads more on a phone.
    private const int AloneLength = 620;
    private const int NowLength = 330;
    private const int OlderLength = 240;

    /// <summary>The reply for a passage that says it.</summary>
    public Reply Write(Finding.Said said, DateOnly today)
    {
        var (passage, now) = (said.Passage, said.Now);
        var text = now is null
            ? Body(passage, AloneLength) + "\n\n" + Source(passage, today)
            : Body(now, NowLength) + "\n\n" + Source(now, today) + "\n\n" + Say("answer.older", passage, today) + "\n\n" + Body(passage, OlderLength);
        return new Reply(text, Outcome.Answered)
        {
            Sections = [passage.Address],
            Citations = now is null ? [Cite(passage)] : [Cite(now), Cite(passage)],
            Buttons = [new Button(wording.Say("button.like"), wording.Say("button.like")), new Button(wording.Say("button.dislike"), wording.Say("button.dislike"))],
        };
    }

    /// <summary>The reply for a passage that records that its notice does not say it.</summary>
    public Reply Write(Finding.NotStated silent) =>
        new(silent.Passage.Section.Markdown + "\n\n" + wording.Say("not-stated.contact"), Outcome.Unanswered) { Sections = [silent.Passage.Address] };

    /// <summary>The reply where a notice is about the matter but says nothing of what is asked of it.</summary>
    public Reply Write(Finding.AspectNotStated silent) =>
        new(wording.Say("not-stated.aspect", ("title", silent.Passage.Notice.Title), ("aspect", silent.Aspect)) + " " + wording.Say("not-stated.contact"), Outcome.Unanswered);

    /// <summary>Where a passage's page is.</summary>
    public static string Path(SectionAddress address) => $"/thong-bao/{address.Notice}#{address.Section}";

    private string Body(Passage passage, int length)
    {
        var body = Shortened.To(passage.Section.Markdown, length) is { } shorter
            ? shorter + " " + wording.Say("answer.more", ("path", Path(passage.Address)))
            : passage.Section.Markdown;
        // Some kinds of document need a word of caution with every answer.
        var note = "answer.note." + NoticeReader.Slug(passage.Notice.Kind);
        if (wording.Has(note)) body += "\n\n" + wording.Say(note);
        var audience = "audience." + passage.Section.Audience;
        return wording.Has(audience) ? body + "\n\n" + wording.Say("answer.audience", ("audience", wording.Say(audience))) : body;
    }

    private string Source(Passage passage, DateOnly today) => Say("answer.source", passage, today);

    private string Say(string key, Passage passage, DateOnly today) => wording.Say(key,
        ("issuer", passage.Notice.Issuer), ("document", Document(passage.Notice)), ("heading", passage.Section.Heading), ("path", Path(passage.Address)),
        ("validity", Validity(passage.Notice, today)));

    /// <summary>A notice in a few words: kind, number or that it has none, date.</summary>
    public string Document(Notice notice) => wording.Say("answer.document",
        ("kind", notice.Document), ("number", notice.Number is { } number ? wording.Say("answer.number", ("number", number)) : wording.Say("answer.no-number")), ("date", notice.Issued.ToString()));

    /// <summary>Whether a notice holds on a day, in a sentence.</summary>
    public string Validity(Notice notice, DateOnly today)
    {
        var note = notice.Effective.Note is { } n ? wording.Say("validity.note", ("note", n)) : "";
        if (notice.HoldsOn(today)) return notice.Effective.From is { } from ? wording.Say("validity.in-force-from", ("from", from.ToString())) : wording.Say("validity.in-force");
        if (notice.Status == NoticeStatus.InForce && notice.Effective.From is { } later && later.First > today) return wording.Say("validity.not-yet", ("from", later.ToString()));
        return wording.Say("validity.historical", ("date", notice.Issued.ToString()), ("note", note));
    }

    private Citation Cite(Passage passage) => new(
        passage.Section.Heading + " – " + passage.Notice.Issuer + ", " + Document(passage.Notice),
        Path(passage.Address),
        Shortened.Plain(passage.Section.Text, 200));
}
