using System.Collections.Immutable;
using Knowledge.Analysis;
using Knowledge.Indexing;
using Knowledge.Notices;
using Knowledge.Passages;
using Knowledge.Searching;

namespace Knowledge.Answers;

/// <summary>Orders the passages that were found for a question by how well each would answer it, and says how sure that is.</summary>
internal sealed class Ranker
{
    // Rarities grow with the number of passages; the confidence was fitted where a word that stands nowhere had this one.
    private const float MassScale = 5.86f;

    private readonly ImmutableArray<Passage> passages;
    private readonly PassageIndex index;
    private readonly Searcher searcher;
    private readonly AnswerParameters parameters;
    private readonly Topics topics;
    // Whom each passage is written for, by number, and the audiences themselves.
    private readonly int[] written;
    private readonly string[] audiences;
    private readonly Dictionary<string, (uint ByHeadings, uint ByAny)> aspects = [];

    public Ranker(ImmutableArray<Passage> passages, PassageIndex index, AnswerParameters parameters)
    {
        (this.passages, this.index, this.parameters, searcher) = (passages, index, parameters, new Searcher(index));
        topics = new Topics(passages, index);
        audiences = [.. passages.Select(p => p.Section.Audience).Distinct()];
        written = [.. passages.Select(p => audiences.IndexOf(p.Section.Audience))];
        for (var i = 0; i < passages.Length; i++)
        {
            var (byHeadings, byAny) = aspects.GetValueOrDefault(passages[i].Notice.Id);
            foreach (var way in topics.Of(i)) byAny |= way.Aspects;
            aspects[passages[i].Notice.Id] = (byHeadings | topics.Of(i)[0].Aspects, byAny);
        }
    }

    /// <summary>The passages that come near, best first.</summary>
    /// <param name="omitted">The example question to leave out of its passage's evidence, by number; null for none.</param>
    public ImmutableArray<Evidence> Rank(Question asked, (int Passage, int Question)? omitted = null)
    {
        var question = index.Analyzer.Analyze(asked.Text);
        var before = asked.Context is null ? null : index.Analyzer.Analyze(asked.Context);
        var hits = searcher.Search(question, parameters.Candidates, before, omitted is { } o ? new Omission(o.Passage, PassageParts.FirstQuestion + o.Question) : null);
        var wanted = index.Analyzer.Aspects(question.Text);
        using var named = new NamedWords(question, before, index);
        var weight = Meaning.Of(question.Text, index);
        // What a message leans on says what it is about as well as its own words would.
        var mass = (weight + (before is null ? 0 : Meaning.Of(before.Text, index))) / index.RarityOfUnknown;
        Span<bool> concerned = stackalloc bool[audiences.Length];
        for (var i = 0; i < audiences.Length; i++) concerned[i] = index.Analyzer.Concerns(audiences[i], asked.Text);
        var found = new (Hit Hit, Signs Signs, float Order)[hits.Length];
        for (var i = 0; i < found.Length; i++)
        {
            var ways = topics.Of(hits[i].Passage);
            var (topic, likeness, asks) = (0f, 0f, 0u);
            for (var way = 0; way < ways.Length; way++)
            {
                if (omitted?.Passage == hits[i].Passage && way == 1 + omitted.Value.Question) continue;
                var (words, all) = (topics.Named(ways[way], in named), ways[way].Weight);
                if (all <= 0) continue;
                topic = MathF.Max(topic, words / all);
                likeness = MathF.Max(likeness, MathF.Min(1, 2 * words / (all + weight)));
                asks |= ways[way].Aspects;
            }
            var aspect = wanted == 0 ? 0 : (wanted & asks) != 0 ? 1 : -1;
            var signs = new Signs(hits[i].Coverage, topic, likeness, MathF.Log(1 + MassScale * hits[i].Coverage * mass), aspect, 0);
            found[i] = (hits[i], signs, Order(asked, hits[i], hits[i].Score / hits[0].Score, signs, concerned[written[hits[i].Passage]]));
        }
        Array.Sort(found, static (a, b) => b.Order.CompareTo(a.Order) is not 0 and var order ? order : a.Hit.Passage.CompareTo(b.Hit.Passage));
        var weighed = ImmutableArray.CreateBuilder<Evidence>(found.Length);
        foreach (var (hit, signs, order) in found)
        {
            // The margin is over the best passage that says something else.
            var rival = 0f;
            foreach (var other in found)
            {
                if (other.Hit.Passage == hit.Passage || passages[other.Hit.Passage].SaysTheSameAs(passages[hit.Passage])) continue;
                rival = other.Order;
                break;
            }
            var all = signs with { Margin = order - rival };
            weighed.Add(new Evidence(passages[hit.Passage], order, all, parameters.Confidence(all)));
        }
        return weighed.MoveToImmutable();
    }

    /// <summary>What the sections of a notice are asked for, a bit for each aspect: by their headings, and by any known phrasing.</summary>
    public (uint ByHeadings, uint ByAny) AspectsOf(Notice notice) => aspects[notice.Id];

    private float Order(Question asked, Hit hit, float relative, Signs signs, bool isConcerned)
    {
        var passage = passages[hit.Passage];
        return relative + parameters.CoverageOrder * signs.Coverage + parameters.TopicOrder * signs.Topic + parameters.LikenessOrder * signs.Likeness + parameters.AspectOrder * signs.Aspect
            - (hit.HoldsRoles ? 0 : parameters.RoleOrder)
            + (asked.Last?.Notice == passage.Notice.Id ? parameters.NoticeOrder : 0) - (asked.Last == passage.Address ? parameters.SaidOrder : 0) + (asked.Audience == passage.Section.Audience ? parameters.AudienceOrder : isConcerned ? 0 : -parameters.OtherAudienceOrder);
    }
}
