using System.Collections.Immutable;
using System.Numerics;
using Knowledge.Analysis;
using Knowledge.Indexing;
using Knowledge.Notices;
using Knowledge.Passages;
using Knowledge.Searching;

namespace Knowledge.Answers;

/// <summary>Answers questions from the notices, or says that they do not answer.</summary>
public sealed class Librarian
{
    private readonly ImmutableArray<Passage> passages;
    private readonly Dictionary<SectionAddress, int> numbers;
    private readonly ImmutableArray<Aspect> aspects;
    private readonly Analyzer analyzer;
    private readonly QuestionReader reader;
    private readonly Ranker ranker;
    private readonly AnswerParameters parameters;

    /// <param name="spoken">What else people say here, so that it is read as what it is.</param>
    public Librarian(Catalogue catalogue, Vocabulary vocabulary, IEnumerable<string>? spoken = null, IndexParameters? indexParameters = null, AnswerParameters? answerParameters = null)
    {
        parameters = answerParameters ?? AnswerParameters.Default;
        passages = [.. catalogue.Notices.Values.SelectMany(n => n.Sections.Select(s => new Passage(n, s)))];
        numbers = passages.Select((p, i) => (p.Address, i)).ToDictionary(p => p.Address, p => p.i);
        aspects = vocabulary.Aspects;
        var builder = new PassageIndexBuilder(vocabulary, indexParameters ?? IndexParameters.Default);
        foreach (var passage in passages) builder.Add(PassageParts.Of(passage, builder.Parameters));
        foreach (var words in spoken ?? []) builder.Learn(words);
        var index = builder.Build();
        (analyzer, reader, ranker) = (index.Analyzer, new QuestionReader(index), new Ranker(passages, index, parameters));
    }

    /// <summary>Every passage, in the order of the notices.</summary>
    public ImmutableArray<Passage> Passages => passages;

    /// <summary>What a message was probably meant as: short forms, keystrokes, missing diacritics and slips repaired.</summary>
    public AnalyzedText Understand(string message) => reader.Understood(message);

    /// <summary>What the notices say to a question.</summary>
    /// <param name="question">What the citizen asks.</param>
    /// <param name="today">The day that decides what is in force.</param>
    public Finding Ask(Question question, DateOnly today) => Judge(question.Text, ranker.Rank(question), today, parameters.LeastConfidence);

    /// <summary>The same with one example question left out of the evidence: a test of it.</summary>
    public Finding AskWithout(ExampleQuestion example, SectionAddress section, DateOnly today) =>
        Judge(Understand(example.Ask), ExplainWithout(example, section), today, parameters.LeastConfidenceInTest);

    /// <summary>The evidence behind an answer, best first, for whoever wants to see why.</summary>
    public ImmutableArray<Evidence> Explain(string question) => ranker.Rank(new Question(Understand(question)));

    /// <summary>The same with one example question left out.</summary>
    public ImmutableArray<Evidence> ExplainWithout(ExampleQuestion example, SectionAddress section) =>
        ranker.Rank(new Question(Understand(example.Ask)), (numbers[section], passages[numbers[section]].Section.Questions.IndexOf(example)));

    private Finding Judge(AnalyzedText question, ImmutableArray<Evidence> evidence, DateOnly today, float least)
    {
        if (evidence.IsEmpty) return new Finding.Nothing([]);
        var best = evidence[0];
        if (Unstated(question, evidence) is { } aspect) return new Finding.AspectNotStated(best.Passage, aspect.Name, best.Confidence);
        if (best.Confidence < parameters.NearConfidence) return new Finding.Nothing([]);
        if (best.Confidence < least) return new Finding.Nothing(Near(evidence));
        if (!best.Passage.Section.IsStated) return new Finding.NotStated(best.Passage, best.Confidence);
        return new Finding.Said(best.Passage, best.Passage.Notice.HoldsOn(today) ? null : Now(best.Passage, today), best.Confidence);
    }

    // What is asked of a matter that some notice is about, where that notice has no section on it.
    private Aspect? Unstated(AnalyzedText question, ImmutableArray<Evidence> evidence)
    {
        var best = evidence[0];
        if (best.Signs.Aspect >= 0 || parameters.Confidence(best.Signs with { Aspect = 0 }) < parameters.LeastConfidence) return null;
        foreach (var other in evidence)
            if (other.Signs.Aspect > 0 && other.Passage.Notice == best.Passage.Notice)
                return null;
        var asked = analyzer.Aspects(question);
        return BitOperations.PopCount(asked) == 1 && aspects[BitOperations.Log2(asked)] is { IsReported: true } aspect ? aspect : null;
    }

    // What came close enough to be worth offering: each once, and only what says something.
    private ImmutableArray<Passage> Near(ImmutableArray<Evidence> evidence) =>
        [.. evidence.Where(e => e.Signs.Coverage >= parameters.NearCoverage).Select(e => e.Passage).Where(p => p.Section.IsStated).Take(3)];

    private Passage? Now(Passage passage, DateOnly today) =>
        passage.Section.Now is { } now && numbers.TryGetValue(now, out var number) && passages[number].Notice.HoldsOn(today) ? passages[number] : null;
}
