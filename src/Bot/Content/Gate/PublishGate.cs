using System.Collections.Immutable;
using Bot.Conversations;
using Bot.Storage.Questions;
using Knowledge.Notices;

namespace Bot.Content.Gate;

/// <summary>Asks the content that answers now and the content that is to be published the same questions, and tells what would change.</summary>
/// <param name="at">The moment that decides what is in force, for both.</param>
public sealed class PublishGate(Edition live, Edition candidate, DateTimeOffset at)
{
    /// <summary>How many days back recorded questions are taken from, where nothing else is said.</summary>
    public const int RecordedDays = 30;

    /// <summary>How many different recorded questions are taken, the most frequent.</summary>
    public const int MostRecorded = 20_000;

    // Who asks has been greeted: else the greeting would stand in place of the first answer.
    private static readonly Conversation Greeted = Conversation.New with { Greeted = true };

    private readonly DateOnly today = VietnamTime.Day(at);

    /// <summary>Asks every example question of both, each without its own wording as evidence, and what citizens have asked.</summary>
    /// <param name="threads">How many threads work at it; by default as many as there are processors.</param>
    public GateReport Run(IReadOnlyList<AskedQuestion> recorded, int? threads = null, CancellationToken stopping = default)
    {
        var examples = ExamplePair.Of(live, candidate).ToArray();
        var (now, then) = (Pass(live, e => e.Live), Pass(candidate, e => e.Candidate));
        var changes = examples.Select((example, i) => Example(example, now.Tested[i], then.Tested[i]))
            .Concat(recorded.Select((question, i) => Recorded(question, now.Heard[i], then.Heard[i])));
        var all = changes.OfType<Change>().Concat(Contradictions()).OrderByDescending(c => c.IsLoss).ThenBy(c => c.Kind).ThenByDescending(c => c.Count);
        return new GateReport([.. all], examples.Length, now.Tested.Count(t => t.IsRight), then.Tested.Count(t => t.IsRight), recorded.Count);

        // One edition after the other: together the two would drive one another out of the processor's caches.
        (Tested[] Tested, ImmutableArray<SectionAddress>?[] Heard) Pass(Edition edition, Func<ExamplePair, ExampleOf> of)
        {
            var test = new ExampleTest(edition, today);
            var (tested, heard) = (new Tested[examples.Length], new ImmutableArray<SectionAddress>?[recorded.Count]);
            Workers.Run(examples.Length + recorded.Count, threads ?? Environment.ProcessorCount, Ask, stopping);
            return (tested, heard);

            void Ask(int i)
            {
                if (i >= examples.Length) heard[i - examples.Length] = Heard(edition, recorded[i - examples.Length].Text);
                else tested[i] = test.AskWithout(of(examples[i]).Question, of(examples[i]).Home);
            }
        }
    }

    private static Change? Example(ExamplePair pair, Tested before, Tested after)
    {
        if (Kind(before, after, pair.IsNew) is not { } kind) return null;
        // One that is new may teach a word that no other has: then only as it stands must it be right, which the check sees to.
        var isLoss = !after.IsRight && (before.IsRight || kind == ChangeKind.NewlyWrong && !pair.IsNew);
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

    // The sections that answer; null where it is not answered.
    private ImmutableArray<SectionAddress>? Heard(Edition edition, string question) =>
        edition.Brain.Decide(Greeted, new Said(at, question)).Replies is [.., { Outcome: Outcome.Answered } reply] ? reply.Sections : null;

    // Nobody has said which source is right. Only where the candidate itself says that one takes the other's place need nobody look.
    private bool IsSucceeded(ImmutableArray<SectionAddress> before, ImmutableArray<SectionAddress> after) => before.Except(after).All(old =>
        after.Except(before).Any(successor => candidate.Catalogue.Find(old)?.Now == successor
            || candidate.Catalogue.Notices.GetValueOrDefault(old.Notice) is { } notice && notice.SupersededBy.Contains(successor.Notice)));

    // By what they say: a line that has moved is no news.
    private IEnumerable<Change> Contradictions()
    {
        var known = live.Catalogue.Contradictions(today).Select(Words).ToHashSet();
        return candidate.Catalogue.Contradictions(today).Select(Words).Distinct().Where(words => !known.Contains(words))
            .Select(words => new Change(ChangeKind.Contradiction, words) { IsLoss = true });

        static string Words(Fault fault) => $"{fault.File}: {fault.Message}";
    }

    private static ImmutableArray<SectionAddress> Sources(SectionAddress? source) => source is { } address ? [address] : [];
}
