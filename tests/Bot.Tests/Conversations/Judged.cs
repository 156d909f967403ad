using System.Collections.Immutable;
using Bot.Content;
using Bot.Conversations;
using Knowledge.Notices;
using Knowledge.Tests;

namespace Bot.Tests.Conversations;

/// <summary>A judged question asked of the whole brain: the last reply, the sections it was taken from, and whether they are those that were wanted.</summary>
internal sealed record Judged(Judgement Judgement, Reply? Reply, ImmutableArray<SectionAddress> Found, bool IsFine)
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    /// <summary>Whether a section was said; of what no notice answers, one that says so is no answer.</summary>
    public bool IsAnswered => !Found.IsEmpty && !(Judgement.IsOutOfScope && Reply?.Outcome != Outcome.Answered);

    /// <summary>Asks a question, after what was said before it in the same conversation.</summary>
    public static Judged Ask(Edition edition, Judgement judgement)
    {
        var conversation = Conversation.New;
        foreach (var before in judgement.Before) conversation = edition.Brain.Decide(conversation, new Said(At, before)).Next;
        var replies = edition.Brain.Decide(conversation, new Said(At, judgement.Question)).Replies;
        var found = replies.SelectMany(r => r.Sections).ToImmutableArray();
        var isRight = judgement.Wanted.All(wanted => found.Any(f => wanted.Any(s => IsSame(edition, s, f))))
            && judgement.Words.All(words => replies.Any(r => r.Markdown.Replace("**", "", StringComparison.Ordinal).Contains(words, StringComparison.OrdinalIgnoreCase)));
        return new Judged(judgement, replies.LastOrDefault(), found, judgement.IsOutOfScope ? found.IsEmpty || replies[^1].Outcome != Outcome.Answered : isRight);
    }

    /// <summary>Whether a section is the wanted one, or one of the two is an older one that points to the other: they answer together.</summary>
    public static bool IsSame(Edition edition, string wanted, SectionAddress found) => wanted == found.ToString()
        || edition.Catalogue.Find(found)?.Now?.ToString() == wanted
        || SectionAddress.TryParse(wanted, out var address) && edition.Catalogue.Find(address)?.Now == found;
}
