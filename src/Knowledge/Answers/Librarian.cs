using System.Collections.Immutable;
using Knowledge.Analysis;
using Knowledge.Decoding;
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
    private readonly QuestionReader reader;
    private readonly AnswerParameters parameters;

    /// <param name="spoken">What else people say here, so that it is read as what it is.</param>
    public Librarian(Catalogue catalogue, Vocabulary vocabulary, IEnumerable<string>? spoken = null, IndexParameters? indexParameters = null, AnswerParameters? answerParameters = null)
    {
        parameters = answerParameters ?? AnswerParameters.Default;
        passages = [.. catalogue.Notices.Values.SelectMany(n => n.Sections.Select(s => new Passage(n, s)))];
        numbers = passages.Select((p, i) => (p.Address, i)).ToDictionary(p => p.Address, p => p.i);
        var analyzer = new Analyzer(vocabulary);
        var builder = new PassageIndexBuilder(analyzer, indexParameters ?? IndexParameters.Default);
        foreach (var passage in passages) builder.Add(Indexed(passage, builder.Parameters));
        index = builder.Build();
        searcher = new Searcher(index);
        foreach (var words in vocabulary.Words.Concat(spoken ?? [])) builder.Model.Add(analyzer.WrittenOut(words));
        reader = new QuestionReader(analyzer, new Decoder(builder.Model.Build(), DecoderParameters.Default));
    }

    /// <summary>Every passage, in the order of the notices.</summary>
    public ImmutableArray<Passage> Passages => passages;

    /// <summary>What the notices say to a question.</summary>
    /// <param name="question">What the citizen asks, as <see cref="Understand"/> reads it.</param>
    /// <param name="today">The day that decides what is in force.</param>
    /// <param name="context">The citizen's last question, where this one leans on it.</param>
    public Finding Ask(AnalyzedText question, DateOnly today, string? context = null) => Judge(Weighed(Search(question, context)), today);

    /// <summary>What a message was probably meant as: short forms, keystrokes, missing diacritics and slips repaired.</summary>
    public AnalyzedText Understand(string message) => reader.Understood(message);

    /// <summary>The same with one example question left out of the evidence: a test of it.</summary>
    public Finding AskWithout(ExampleQuestion example, SectionAddress section, DateOnly today) =>
        Judge(ExplainWithout(example, section), today);

    /// <summary>The evidence behind an answer, best first, for whoever wants to see why.</summary>
    public ImmutableArray<Evidence> Explain(string question, string? context = null) => Weighed(Search(Understand(question), context));

    /// <summary>The same with one example question left out.</summary>
    public ImmutableArray<Evidence> ExplainWithout(ExampleQuestion example, SectionAddress section) =>
        Weighed(Search(Understand(example.Ask), null, new Omission(numbers[section], example.Ask)));

    private ImmutableArray<Hit> Search(AnalyzedText question, string? context, Omission? omission = null) =>
        searcher.Search(index.Analyzer.Analyze(question), parameters.Candidates, context is null ? null : reader.Read(context), omission);

    private ImmutableArray<Evidence> Weighed(ImmutableArray<Hit> hits)
    {
        // A passage that holds all of a question goes before one that holds one of its sets of synonyms many times.
        hits = hits.Sort((a, b) => parameters.Order(b).CompareTo(parameters.Order(a)) is not 0 and var order ? order : a.Passage.CompareTo(b.Passage));
        var weighed = ImmutableArray.CreateBuilder<Evidence>(hits.Length);
        foreach (var hit in hits)
        {
            // The margin is over the best passage that says something else.
            var rival = hits.FirstOrDefault(h => h.Passage != hit.Passage && !SayTheSame(h.Passage, hit.Passage));
            weighed.Add(new Evidence(passages[hit.Passage], hit, parameters.Confidence(hit, (hit.Score - rival.Score) / hit.Score)));
        }
        return weighed.MoveToImmutable();
    }

    // An older section and the one in force that it points to answer together.
    private bool SayTheSame(int one, int other) => passages[one].Section.Now == passages[other].Address || passages[other].Section.Now == passages[one].Address;

    private Finding Judge(ImmutableArray<Evidence> evidence, DateOnly today)
    {
        if (evidence.IsEmpty || evidence[0].Confidence < parameters.NearConfidence) return new Finding.Nothing([]);
        var (passage, _, confidence) = evidence[0];
        if (confidence < parameters.LeastConfidence) return new Finding.Nothing(Near(evidence));
        if (!passage.Section.IsStated) return new Finding.NotStated(passage, confidence);
        return new Finding.Said(passage, passage.Notice.HoldsOn(today) ? null : Now(passage, today), confidence);
    }

    // What came close enough to be worth offering: each once, and only what says something.
    private ImmutableArray<Passage> Near(ImmutableArray<Evidence> evidence) =>
        [.. evidence.Where(e => e.Hit.Coverage >= parameters.NearCoverage).Select(e => e.Passage).Where(p => p.Section.IsStated).Take(3)];

    private Passage? Now(Passage passage, DateOnly today) =>
        passage.Section.Now is { } now && numbers.TryGetValue(now, out var number) && passages[number].Notice.HoldsOn(today) ? passages[number] : null;

    private static IndexedText Indexed(Passage passage, IndexParameters parameters) => new(
    [
        new(passage.Notice.Title, parameters.Title),
        new(passage.Section.Heading, parameters.Heading, IsHeading: true),
        new(passage.Section.Text),
        .. passage.Section.Questions.Select(q => new IndexedPart(q.Ask)),
    ]);
}
