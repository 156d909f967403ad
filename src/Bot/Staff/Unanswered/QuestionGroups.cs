using System.Collections.Immutable;
using Bot.Content;
using Bot.Content.Gate;
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

    private const double LightShare = 0.25;

    // Reading a question takes longer than grouping it, and most are the same the next time.
    private volatile Reading? reading;

    /// <summary>The groups, the biggest first; also those that are marked.</summary>
    public List<QuestionGroup> All()
    {
        var now = time.GetUtcNow();
        var waiting = wishes.Waiting().ToDictionary(w => w.Text);
        var failed = questions.Failed(now.AddDays(-Days), now, Most);
        // Who waits may have asked before that time.
        var earlier = waiting.Keys.Except(failed.Select(q => q.Text)).Select(text => new FailedQuestion(text, "", 0, 0, 0, 0, 0, 0, 0));
        var read = Read();
        var all = failed.Concat(earlier).GroupBy(q => q.Text, (text, all) => new Failed(read(text), [.. all])).Where(one => !one.Read.Typed.IsEmpty)
            .OrderByDescending(one => one.Questions.Sum(q => q.Count)).ThenBy(one => one.Read.Text, StringComparer.Ordinal).ToList();
        var marked = marks.All();
        var groups = Gathered(all, [.. marked.Select(mark => read(mark.Text))])
            // A topic out of scope has its own sentence: that is no gap, unless somebody says that it is false.
            .Where(group => !group.Value[0].Read.IsTopic || group.Value.Any(one => one.Questions.Any(q => q.False > 0)))
            .Select(group => Group(group.Value, group.Key < marked.Count ? marked[group.Key] : null));
        return [.. groups.OrderByDescending(group => group.Count + group.Waiting)];

        QuestionGroup Group(List<Failed> members, QuestionMark? mark) =>
            new(members[0].Read.Id, members[0].Read.Text, [.. members.SelectMany(one => one.Questions)])
            {
                Mark = mark, Wishes = [.. members.Where(one => waiting.ContainsKey(one.Read.Text)).Select(one => waiting[one.Read.Text])],
            };
    }

    /// <summary>The group of an id, or the one that its first question has joined since; null when none of it is left.</summary>
    public QuestionGroup? Find(string id)
    {
        var (all, read) = (All(), Read());
        return all.Find(group => group.Id == id) ?? all.Find(group => group.Questions.Any(q => read(q.Text).Id == id));
    }

    /// <summary>The section that answers a question by now; null where none does.</summary>
    public Passage? AnswerNow(string text)
    {
        var edition = live.Current;
        return new EditionAnswers(edition, time.GetUtcNow()).Hear(text) is { IsEmpty: false } sections ? edition.Librarian.Find(sections[0]) : null;
    }

    // By the number of the leader; those who gather around a mark come first.
    private SortedDictionary<int, List<Failed>> Gathered(List<Failed> all, List<ReadQuestion> marked)
    {
        var librarian = live.Current.Librarian;
        var frequency = all.SelectMany(one => one.Read.Typed).CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        var leaders = new Leaders(Weight);
        marked.ForEach(leaders.Add);
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

        // How rare it is among what was asked; of a word that is in any question rarity tells little.
        double Weight(string word) =>
            Math.Log(1 + (double)Math.Max(1, all.Count) / frequency.GetValueOrDefault(word, 1)) * (librarian.MayBeLight(word) ? LightShare : 1);
    }

    private Func<string, ReadQuestion> Read()
    {
        var edition = live.Current;
        if (reading is not { } known || !ReferenceEquals(known.Edition, edition)) reading = known = new Reading(edition);
        return known.Read;
    }

    /// <summary>A wording with all that came of it.</summary>
    private sealed record Failed(ReadQuestion Read, ImmutableArray<FailedQuestion> Questions);
}
