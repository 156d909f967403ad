using System.Collections.Immutable;
using Bot.Storage.Questions;
using Knowledge.Notices;

namespace Bot.Content.Gate;

/// <summary>Asks the content that answers now and the content that is to be published the same questions, and tells what would change.</summary>
public sealed class PublishGate(EditionAnswers live, EditionAnswers candidate)
{
    /// <summary>How many days back recorded questions are taken from, where nothing else is said.</summary>
    public const int RecordedDays = 30;

    /// <summary>How many different recorded questions are taken, the most frequent.</summary>
    public const int MostRecorded = 20_000;

    /// <summary>Asks every example question of both, each without its own wording as evidence, and what citizens have asked.</summary>
    /// <param name="threads">How many threads work at it; by default as many as there are processors.</param>
    public GateReport Run(IReadOnlyList<AskedQuestion> recorded, int? threads = null, CancellationToken stopping = default)
    {
        var examples = ExamplePair.Of(live.Edition, candidate.Edition).ToArray();
        var (now, then) = (Pass(live, e => e.Live), Pass(candidate, e => e.Candidate));
        var changes = examples.Select((example, i) => Example(example, now.Tested[i], then.Tested[i]))
            .Concat(recorded.Select((question, i) => Recorded(question, now.Heard[i], then.Heard[i])));
        var all = changes.OfType<Change>().Concat(Contradictions()).OrderByDescending(c => c.IsLoss).ThenBy(c => c.Kind).ThenByDescending(c => c.Count);
        return new GateReport([.. all], examples.Length, now.Tested.Count(t => t.IsRight), then.Tested.Count(t => t.IsRight), recorded.Count);

        // One edition after the other: together the two would drive one another out of the processor's caches.
        (Tested[] Tested, ImmutableArray<SectionAddress>?[] Heard) Pass(EditionAnswers answers, Func<ExamplePair, ExampleOf> of)
        {
            var (tested, heard) = (new Tested[examples.Length], new ImmutableArray<SectionAddress>?[recorded.Count]);
            Workers.Run(examples.Length + recorded.Count, threads ?? Environment.ProcessorCount, Ask, stopping);
            return (tested, heard);

            void Ask(int i)
            {
                if (i >= examples.Length) heard[i - examples.Length] = answers.Hear(recorded[i - examples.Length].Text);
                else tested[i] = answers.AskWithout(of(examples[i]).Question, of(examples[i]).Home);
            }
        }
    }

    private Change? Example(ExamplePair pair, Tested before, Tested after)
    {
        if (Kind(before, after, pair.IsNew) is not { } kind) return null;
        // One that is new may teach a word that no other has: then only as it stands must it be right.
        var isLoss = !after.IsRight && (pair.IsNew ? !candidate.Ask(pair.Candidate.Question, pair.Candidate.Home).IsRight : before.IsRight || kind == ChangeKind.NewlyWrong);
        return new Change(kind, pair.Candidate.Question.Ask) { Home = pair.Home, From = Sources(before.Source), To = Sources(after.Source), IsLoss = isLoss };
    }

    private static ChangeKind? Kind(Tested before, Tested after, bool isNew) => (before.IsRight, after.IsRight) switch
    {
        (false, true) => ChangeKind.NewlyRight,
        (true, false) => after.Source is null ? ChangeKind.NowUnanswered : ChangeKind.NewlyWrong,
        (false, false) when isNew => after.Source is null ? ChangeKind.NowUnanswered : ChangeKind.NewlyWrong,
        _ when before.Source == after.Source => null,
        (false, false) when before.Source is null => ChangeKind.NewlyWrong,
        (false, false) when after.Source is null => ChangeKind.NowUnanswered,
        _ => ChangeKind.OtherSource,
    };

    private Change? Recorded(AskedQuestion question, ImmutableArray<SectionAddress>? before, ImmutableArray<SectionAddress>? after)
    {
        return (before is null, after is null) switch
        {
            (true, false) => Changed(ChangeKind.NowAnswered, isLoss: false),
            (false, true) => Changed(ChangeKind.NowUnanswered, isLoss: true),
            (false, false) when !before!.Value.SequenceEqual(after!.Value) => Changed(ChangeKind.OtherSource, isLoss: !IsSucceeded(before.Value, after.Value)),
            _ => null,
        };

        Change Changed(ChangeKind kind, bool isLoss) =>
            new(kind, question.Text) { Count = question.Count, From = before ?? [], To = after ?? [], IsLoss = isLoss };
    }

    // Nobody has said which source is right. Only where the candidate itself says that one takes the other's place need nobody look.
    private bool IsSucceeded(ImmutableArray<SectionAddress> before, ImmutableArray<SectionAddress> after) => before.Except(after).All(old =>
        after.Except(before).Any(successor => candidate.Edition.Catalogue.Find(old)?.Now == successor
            || candidate.Edition.Catalogue.Notices.GetValueOrDefault(old.Notice) is { } notice && notice.SupersededBy.Contains(successor.Notice)));

    // By what they say: a line that has moved is no news.
    private IEnumerable<Change> Contradictions()
    {
        var known = live.Edition.Catalogue.Contradictions(live.Day).Select(Words).ToHashSet();
        return candidate.Edition.Catalogue.Contradictions(candidate.Day).Select(Words).Distinct().Where(words => !known.Contains(words))
            .Select(words => new Change(ChangeKind.Contradiction, words) { IsLoss = true });

        static string Words(Fault fault) => $"{fault.File}: {fault.Message}";
    }

    private static ImmutableArray<SectionAddress> Sources(SectionAddress? source) => source is { } address ? [address] : [];
}
