using System.Collections.Immutable;
using Knowledge.Analysis;
using Knowledge.Passages;

namespace Knowledge.Answers;

/// <summary>Where a message that leans on the talk goes on: at the section just said, or at another that is about the same matter and has what is asked.</summary>
internal sealed class Continuation(Analyzer analyzer, Ranker ranker, AnswerParameters parameters)
{
    /// <summary>What may answer a message that names nothing of its own, instead of the section just said; nothing where that has as much of what is asked.</summary>
    /// <param name="before">The question that the section answered: neighbours in its notice that do not hold it are about other matters.</param>
    public ImmutableArray<Evidence> Others(Question question, AnalyzedText before, ImmutableArray<Evidence> evidence, Passage last)
    {
        if (analyzer.Aspects(question.Text) == 0) return [];
        var held = evidence.Where(e => IsSaid(e, last) && e.Signs.Aspect > 0).Select(e => e.Signs.Coverage + parameters.OwnOfContinued).DefaultIfEmpty().Max();
        var about = ranker.Rank(new Question(before) { Audience = question.Audience }).ToDictionary(e => e.Passage.Address);
        return [.. evidence
            .Where(e => !IsSaid(e, last) && e.Signs.Aspect > 0 && e.Signs.Coverage > held && about.TryGetValue(e.Passage.Address, out var matter) && matter.Signs.Coverage >= parameters.MatterOfContinued)
            .OrderByDescending(e => about[e.Passage.Address].Order)];
    }

    /// <summary>Whether the section just said is about what is asked.</summary>
    public static bool Has(ImmutableArray<Evidence> evidence, Passage last) => evidence.Any(e => IsSaid(e, last) && e.Signs.Aspect > 0);

    /// <summary>The evidence for a part that names nothing of its own: the other parts' words tell little of which section has what it asks.</summary>
    public static ImmutableArray<Evidence> OnAspect(ImmutableArray<Evidence> evidence) => evidence.Any(e => e.Signs.Aspect > 0) ? evidence.RemoveAll(e => e.Signs.Aspect < 0) : evidence;

    /// <summary>The evidence for a message with words of its own: without what was said already, where those words by themselves speak for something else.</summary>
    /// <param name="alone">The evidence for the message without the talk.</param>
    public ImmutableArray<Evidence> Elsewhere(ImmutableArray<Evidence> evidence, ImmutableArray<Evidence> alone, Passage last)
    {
        if (alone.IsEmpty || IsSaid(alone[0], last)) return evidence;
        var behind = alone.Where(e => IsSaid(e, last)).Select(e => e.Order).DefaultIfEmpty().Max();
        return alone[0].Order - behind > parameters.OrderOfContinued ? evidence.RemoveAll(e => IsSaid(e, last)) : evidence;
    }

    private static bool IsSaid(Evidence evidence, Passage last) => evidence.Passage.Address == last.Address || evidence.Passage.SaysTheSameAs(last);
}
