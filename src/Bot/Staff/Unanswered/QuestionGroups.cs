using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bot.Content;
using Bot.Conversations;
using Bot.Storage.Questions;
using Bot.Storage.Wishes;
using Knowledge.Passages;

namespace Bot.Staff.Unanswered;

/// <summary>What of the last thirty days was not answered, or not so that it was a help, grouped by likeness.</summary>
public sealed class QuestionGroups(QuestionLog questions, WishLog wishes, MarkLog marks, LiveContent live, TimeProvider time)
{
    /// <summary>So far back questions are looked at.</summary>
    public const int Days = 30;

    private const int Most = 20_000;

    // Who asks has been greeted: else the greeting would stand in place of the first answer.
    private static readonly Conversation Greeted = Conversation.New with { Greeted = true };

    // Reading a question takes longer than grouping it, and most are the same the next time.
    private (Edition Edition, ConcurrentDictionary<string, ReadQuestion> Read)? known;

    /// <summary>The groups, the biggest first; also those that are marked.</summary>
    public List<QuestionGroup> All()
    {
        var now = time.GetUtcNow();
        var waiting = wishes.Waiting().ToDictionary(w => w.Text, w => w.Count);
        var failed = questions.Failed(now.AddDays(-Days), now, Most);
        // Who waits may have asked before that time.
        var earlier = waiting.Keys.Except(failed.Select(q => q.Text)).Select(text => new FailedQuestion(text, "", 0, 0, 0, 0, 0, 0, 0));
        var all = failed.Concat(earlier).GroupBy(q => q.Text, (text, all) => new Failed(Read(text), [.. all]))
            // A topic out of scope has its own sentence: that is no gap, unless somebody says that it is false.
            .Where(one => !one.Read.Typed.IsEmpty && (!one.Read.IsTopic || one.Questions.Any(q => q.False > 0)))
            .OrderByDescending(one => one.Questions.Sum(q => q.Count)).ThenBy(one => one.Read.Text, StringComparer.Ordinal).ToList();
        var marked = marks.All();
        return [.. Gathered(all, marked).Select(group => Group(group.Value, group.Key < marked.Count ? marked[group.Key] : null)).OrderByDescending(group => group.Count + group.Waiting)];

        QuestionGroup Group(List<Failed> members, QuestionMark? mark) => new(members[0].Read.Id, members[0].Read.Text, [.. members.SelectMany(one => one.Questions)])
        {
            Mark = mark, Waiting = members.Sum(one => waiting.GetValueOrDefault(one.Read.Text)),
        };
    }

    /// <summary>The group of an id, or the one that its first question has joined since; null when none of it is left.</summary>
    public QuestionGroup? Find(string id)
    {
        var all = All();
        return all.Find(group => group.Id == id) ?? all.Find(group => group.Questions.Any(q => Read(q.Text).Id == id));
    }

    /// <summary>The section that answers a question by now; null where none does.</summary>
    public Passage? AnswerNow(string text)
    {
        var edition = live.Current;
        return edition.Brain.Decide(Greeted, new Said(time.GetUtcNow(), text)).Replies is [.., { Outcome: Outcome.Answered, Sections: [var first, ..] }] ? edition.Librarian.Find(first) : null;
    }

    // By the number of the leader; those who gather around a mark come first.
    private SortedDictionary<int, List<Failed>> Gathered(List<Failed> all, List<QuestionMark> marked)
    {
        var frequency = all.SelectMany(one => one.Read.Gists.SelectMany(gist => gist).Distinct()).CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        var leaders = new Leaders(word => Math.Log(1 + (double)Math.Max(1, all.Count) / frequency.GetValueOrDefault(word, 1)));
        foreach (var mark in marked) leaders.Add(Read(mark.Text));
        var members = new SortedDictionary<int, List<Failed>>();
        foreach (var one in all)
        {
            if (leaders.Nearest(one.Read) is not { } leader)
            {
                leader = leaders.Count;
                leaders.Add(one.Read);
            }
            if (members.TryGetValue(leader, out var others)) others.Add(one);
            else members[leader] = [one];
        }
        return members;
    }

    private ReadQuestion Read(string text)
    {
        var edition = live.Current;
        if (known is not { } all || !ReferenceEquals(all.Edition, edition)) known = all = (edition, new ConcurrentDictionary<string, ReadQuestion>());
        return all.Read.GetOrAdd(text, static (text, edition) => ReadQuestion.Of(text, edition), edition);
    }

    /// <summary>A wording with all that came of it.</summary>
    private sealed record Failed(ReadQuestion Read, ImmutableArray<FailedQuestion> Questions);
}
