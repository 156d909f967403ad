using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
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
        var read = Read();
        var texts = failed.Concat(earlier).GroupBy(q => q.Text).Select(all => (Question: read(all.Key), All: all.ToImmutableArray()))
            // A topic out of scope has its own sentence: that is no gap, unless somebody says that it is false.
            .Where(one => !one.Question.Gist.IsEmpty && (!one.Question.IsTopic || one.All.Any(q => q.False > 0)))
            .OrderByDescending(one => one.All.Sum(q => q.Count)).ThenBy(one => one.Question.Text, StringComparer.Ordinal).ToList();
        var marked = marks.All();
        var frequency = texts.SelectMany(one => one.Question.Gist).CountBy(word => word).ToDictionary();
        var leaders = new Leaders(word => Math.Log(1 + (double)Math.Max(1, texts.Count) / frequency.GetValueOrDefault(word, 1)));
        foreach (var mark in marked) leaders.Add(mark.Gist);
        var members = new SortedDictionary<int, List<(ReadQuestion Question, ImmutableArray<FailedQuestion> All)>>();
        foreach (var one in texts)
        {
            if (leaders.Nearest(one.Question.Gist) is not { } leader)
            {
                leader = leaders.Count;
                leaders.Add(one.Question.Gist);
            }
            if (members.TryGetValue(leader, out var others)) others.Add(one);
            else members[leader] = [one];
        }
        return [.. members.Select(group => Group(group.Value, group.Key < marked.Count ? marked[group.Key] : null)).OrderByDescending(group => group.Count + group.Waiting)];

        QuestionGroup Group(List<(ReadQuestion Question, ImmutableArray<FailedQuestion> All)> all, QuestionMark? mark) =>
            new(Id(all[0].Question.Gist), all[0].Question.Text, all[0].Question.Gist, [.. all.SelectMany(one => one.All)])
            {
                Mark = mark, Waiting = all.Sum(one => waiting.GetValueOrDefault(one.Question.Text)),
            };
    }

    /// <summary>The group of an id, or the one that its first question has joined since; null when none of it is left.</summary>
    public QuestionGroup? Find(string id)
    {
        var all = All();
        return all.Find(group => group.Id == id) ?? all.Find(group => group.Questions.Any(q => Id(Read()(q.Text).Gist) == id));
    }

    /// <summary>The section that answers a question by now; null where none does.</summary>
    public Passage? AnswerNow(string text)
    {
        var edition = live.Current;
        return edition.Brain.Decide(Greeted, new Said(time.GetUtcNow(), text)).Replies is [.., { Outcome: Outcome.Answered, Sections: [var first, ..] }] ? edition.Librarian.Find(first) : null;
    }

    private static string Id(ImmutableArray<string> gist) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', gist))).AsSpan(0, 8));

    private Func<string, ReadQuestion> Read()
    {
        var edition = live.Current;
        if (known is not { } all || !ReferenceEquals(all.Edition, edition)) known = all = (edition, new ConcurrentDictionary<string, ReadQuestion>());
        return text => all.Read.GetOrAdd(text, static (text, edition) => ReadQuestion.Of(text, edition), edition);
    }
}
