using System.Collections.Immutable;
using System.Numerics;
using Knowledge.Analysis;
using Knowledge.Notices;
using Knowledge.Passages;

namespace Knowledge.Answers;

/// <summary>Decides what the evidence for a question comes to: what a passage says, that a notice leaves it out, or that nothing is known for sure.</summary>
internal sealed class Judge(ImmutableArray<Passage> passages, ImmutableArray<Aspect> aspects, uint papers, Analyzer analyzer, Ranker ranker, AnswerParameters parameters)
{
    private readonly Dictionary<SectionAddress, Passage> byAddress = passages.ToDictionary(passage => passage.Address);

    /// <summary>The passage at an address; null when there is none.</summary>
    public Passage? Find(SectionAddress address) => byAddress.GetValueOrDefault(address);

    /// <summary>What a passage says, as a finding.</summary>
    public Finding Answer(Passage passage, float confidence, DateOnly today) => passage.Section.IsStated
        ? new Finding.Said(passage, passage.Notice.HoldsOn(today) ? null : Now(passage, today), confidence)
        : new Finding.NotStated(passage, confidence);

    /// <summary>What evidence, best first, comes to.</summary>
    /// <param name="least">The confidence from which a passage answers.</param>
    /// <param name="isContinued">Whether the question goes on about the matter of the best passage.</param>
    public Finding Of(AnalyzedText question, ImmutableArray<Evidence> evidence, DateOnly today, float least, bool isContinued = false)
    {
        if (evidence.IsEmpty) return new Finding.Nothing([]);
        var best = evidence[0];
        var matter = Matter(evidence);
        if (Unstated(question, matter) is { } aspect)
            return aspect.Default is { } address && Find(address) is { } section ? Answer(section, matter.Confidence, today)
                : new Finding.AspectNotStated(matter.Passage, aspect.Name, matter.Confidence);
        // Who goes on about a matter wants to know the other thing, not the same again.
        if (isContinued && best.Signs.Aspect < 0 && evidence.FirstOrDefault(e => e.Signs.Aspect > 0 && e.Passage.Notice.Id == best.Passage.Notice.Id) is { } other)
            return Answer(other.Passage, other.Confidence, today);
        // Who names a matter and asks nothing in particular is told what the notice says of it, not what it leaves out, where nothing speaks more for that.
        if (!best.Passage.Section.IsStated && analyzer.Aspects(question) == 0
            && evidence.FirstOrDefault(e => e.Passage.Section.IsStated && e.Confidence >= least && e.Passage.Notice.Id == best.Passage.Notice.Id && e.Signs.IsNoLessThan(best.Signs)) is { } stated)
            return Answer(stated.Passage, stated.Confidence, today);
        if (best.Confidence >= least) return Answer(best.Passage, best.Confidence, today);
        // "Quầy số mấy?" asks of no matter at all what holds for every matter.
        if (analyzer.IsElliptical(question) && Single(analyzer.Aspects(question))?.Default is { } everywhere && Find(everywhere) is { } known) return Answer(known, least, today);
        return new Finding.Nothing(best.Confidence < parameters.NearConfidence ? [] : Near(evidence));
    }

    // The passage about the matter that is asked about: not one that has what is asked of another, where the words that name the matter stand elsewhere.
    private Evidence Matter(ImmutableArray<Evidence> evidence)
    {
        var best = evidence[0];
        if (best.Signs.Aspect <= 0) return best;
        foreach (var other in evidence)
            if (other.Passage.Notice.Id != best.Passage.Notice.Id && other.Signs.Aspect < 0 && other.Signs.Coverage > best.Signs.Coverage + parameters.MatterCoverage)
                return other;
        return best;
    }

    // What is asked of a matter that some notice is about, where that notice has no section on it.
    private Aspect? Unstated(AnalyzedText question, Evidence best)
    {
        if (best.Signs.Aspect >= 0 || parameters.Confidence(best.Signs with { Aspect = 0 }) < parameters.LeastConfidence) return null;
        var asked = analyzer.Aspects(question);
        var (byHeadings, byAny) = ranker.AspectsOf(best.Passage.Notice);
        // What holds for every matter gives way only to a section of its own.
        if (Single(asked) is not { } aspect || (asked & (aspect.Default is null ? byAny : byHeadings)) != 0) return null;
        // Only of a procedure can it be said that its fee or its place is missing: of what has a section on its papers.
        if ((byHeadings & papers) == 0) return null;
        return aspect.IsReported || aspect.Default is not null ? aspect : null;
    }

    /// <summary>The one aspect that is asked; null where none or several are.</summary>
    public Aspect? Single(uint asked) => BitOperations.PopCount(asked) == 1 ? aspects[BitOperations.Log2(asked)] : null;

    // What came close enough to be worth offering: each once, and only what says something.
    private ImmutableArray<Passage> Near(ImmutableArray<Evidence> evidence) =>
        [.. evidence.Where(e => e.Signs.Coverage >= parameters.NearCoverage).Select(e => e.Passage).Where(p => p.Section.IsStated).Take(3)];

    private Passage? Now(Passage passage, DateOnly today) =>
        passage.Section.Now is { } address && Find(address) is { } now && now.Notice.HoldsOn(today) ? now : null;
}
