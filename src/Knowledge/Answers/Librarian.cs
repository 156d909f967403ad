using System.Collections.Immutable;
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
    private readonly PassageIndex index;
    private readonly Searcher searcher;
    private readonly AnswerParameters parameters;

    public Librarian(Catalogue catalogue, Vocabulary vocabulary, IndexParameters? indexParameters = null, AnswerParameters? answerParameters = null)
    {
        parameters = answerParameters ?? AnswerParameters.Default;
        passages = [.. catalogue.Notices.Values.SelectMany(n => n.Sections.Select(s => new Passage(n, s)))];
        numbers = passages.Select((p, i) => (p.Address, i)).ToDictionary(p => p.Address, p => p.i);
        var builder = new PassageIndexBuilder(new Analyzer(vocabulary), indexParameters ?? IndexParameters.Default);
        foreach (var passage in passages) builder.Add(Indexed(passage, builder.Parameters));
        index = builder.Build();
        searcher = new Searcher(index);
    }

    /// <summary>Every passage, in the order of the notices.</summary>
    public ImmutableArray<Passage> Passages => passages;

    /// <summary>What the notices say to a question.</summary>
    /// <param name="question">As the citizen wrote it.</param>
    /// <param name="today">The day that decides what is in force.</param>
    /// <param name="context">The citizen's last question, where this one leans on it.</param>
    public Finding Ask(string question, DateOnly today, string? context = null) => Judge(Search(question, context), today);

    /// <summary>The same with one example question left out of the evidence: a test of it.</summary>
    public Finding AskWithout(ExampleQuestion example, SectionAddress section, DateOnly today) =>
        Judge(Search(example.Ask, null, new Omission(numbers[section], example.Ask)), today);

    /// <summary>The hits behind an answer, for whoever wants to see why.</summary>
    public ImmutableArray<(Passage Passage, Hit Hit)> Explain(string question, string? context = null) => [.. Search(question, context).Select(h => (passages[h.Passage], h))];

    private ImmutableArray<Hit> Search(string question, string? context, Omission? omission = null) =>
        searcher.Search(index.Analyzer.Analyze(question), parameters.Candidates, context is null ? null : index.Analyzer.Analyze(context), omission);

    private Finding Judge(ImmutableArray<Hit> hits, DateOnly today)
    {
        if (hits.IsEmpty || hits[0].Coverage < parameters.NearCoverage) return new Finding.Nothing([]);
        var (passage, confidence) = (passages[hits[0].Passage], hits[0].Coverage);
        if (confidence < parameters.LeastCoverage) return new Finding.Nothing(Near(hits));
        if (!passage.Section.IsStated) return new Finding.NotStated(passage, confidence);
        return new Finding.Said(passage, passage.Notice.HoldsOn(today) ? null : Now(passage, today), confidence);
    }

    // What came close enough to be worth offering: each once, and only what says something.
    private ImmutableArray<Passage> Near(ImmutableArray<Hit> hits) =>
        [.. hits.Where(h => h.Coverage >= parameters.NearCoverage).Select(h => passages[h.Passage]).Where(p => p.Section.IsStated).Take(3)];

    private Passage? Now(Passage passage, DateOnly today) =>
        passage.Section.Now is { } now && numbers.TryGetValue(now, out var number) && passages[number].Notice.HoldsOn(today) ? passages[number] : null;

    private static IndexedText Indexed(Passage passage, IndexParameters parameters) => new(
    [
        (passage.Notice.Title, parameters.Title),
        (passage.Section.Heading, parameters.Heading),
        (passage.Section.Text, 1),
        .. passage.Section.Questions.Select(q => (q.Ask, 1f)),
    ]);
}
