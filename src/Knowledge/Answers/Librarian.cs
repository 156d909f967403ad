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
    // A passage's parts in the index are its title, heading and text, then its example questions.
    private const int FirstQuestion = 3;

    private readonly ImmutableArray<Passage> passages;
    private readonly Dictionary<SectionAddress, int> numbers;
    private readonly PassageIndex index;
    private readonly Searcher searcher;
    // For each passage its heading and its example questions: the ways to name what it is about.
    private readonly ImmutableArray<ImmutableArray<Topic>> topics;
    private readonly QuestionReader reader;
    private readonly AnswerParameters parameters;

    /// <param name="spoken">What else people say here, so that it is read as what it is.</param>
    public Librarian(Catalogue catalogue, Vocabulary vocabulary, IEnumerable<string>? spoken = null, IndexParameters? indexParameters = null, AnswerParameters? answerParameters = null)
    {
        parameters = answerParameters ?? AnswerParameters.Default;
        passages = [.. catalogue.Notices.Values.SelectMany(n => n.Sections.Select(s => new Passage(n, s)))];
        numbers = passages.Select((p, i) => (p.Address, i)).ToDictionary(p => p.Address, p => p.i);
        var builder = new PassageIndexBuilder(vocabulary, indexParameters ?? IndexParameters.Default);
        foreach (var passage in passages) builder.Add(Indexed(passage, builder.Parameters));
        foreach (var words in spoken ?? []) builder.Learn(words);
        index = builder.Build();
        searcher = new Searcher(index);
        reader = new QuestionReader(index);
        topics = [.. passages.Select(p => p.Section.Questions.Select(q => q.Ask).Prepend(p.Section.Heading).Select(words => Topic.Of(words, index.Analyzer.Analyze(words), index)).ToImmutableArray())];
    }

    /// <summary>Every passage, in the order of the notices.</summary>
    public ImmutableArray<Passage> Passages => passages;

    /// <summary>What the notices say to a question.</summary>
    /// <param name="question">What the citizen asks, as <see cref="Understand"/> reads it.</param>
    /// <param name="today">The day that decides what is in force.</param>
    /// <param name="context">The citizen's last question, where this one leans on it.</param>
    public Finding Ask(AnalyzedText question, DateOnly today, string? context = null) => Judge(Search(question, context), today, parameters.LeastConfidence);

    /// <summary>What a message was probably meant as: short forms, keystrokes, missing diacritics and slips repaired.</summary>
    public AnalyzedText Understand(string message) => reader.Understood(message);

    /// <summary>The same with one example question left out of the evidence: a test of it.</summary>
    public Finding AskWithout(ExampleQuestion example, SectionAddress section, DateOnly today) =>
        Judge(ExplainWithout(example, section), today, parameters.LeastConfidenceInTest);

    /// <summary>The evidence behind an answer, best first, for whoever wants to see why.</summary>
    public ImmutableArray<Evidence> Explain(string question, string? context = null) => Search(Understand(question), context);

    /// <summary>The same with one example question left out.</summary>
    public ImmutableArray<Evidence> ExplainWithout(ExampleQuestion example, SectionAddress section) =>
        Search(Understand(example.Ask), null, new Omission(numbers[section], FirstQuestion + passages[numbers[section]].Section.Questions.IndexOf(example)));

    private ImmutableArray<Evidence> Search(AnalyzedText text, string? context, Omission? omission = null)
    {
        var question = index.Analyzer.Analyze(text);
        var before = context is null ? null : reader.Read(context);
        var hits = searcher.Search(question, parameters.Candidates, before, omission);
        using var named = new NamedWords(question, before, index);
        var found = new (Hit Hit, float Topic, float Order)[hits.Length];
        for (var i = 0; i < found.Length; i++)
        {
            var topic = 0f;
            foreach (var way in topics[hits[i].Passage])
                if (omission?.Passage != hits[i].Passage || way.Words != passages[hits[i].Passage].Section.Questions[omission.Value.Part - FirstQuestion].Ask)
                    topic = MathF.Max(topic, way.NamedBy(in named));
            found[i] = (hits[i], topic, parameters.Order(hits[i], hits[i].Score / hits[0].Score, topic));
        }
        Array.Sort(found, static (a, b) => b.Order.CompareTo(a.Order) is not 0 and var order ? order : a.Hit.Passage.CompareTo(b.Hit.Passage));
        var weighed = ImmutableArray.CreateBuilder<Evidence>(found.Length);
        foreach (var (hit, topic, order) in found)
        {
            // The margin is over the best passage that says something else.
            var rival = 0f;
            foreach (var other in found)
            {
                if (other.Hit.Passage == hit.Passage || SayTheSame(other.Hit.Passage, hit.Passage)) continue;
                rival = other.Order;
                break;
            }
            weighed.Add(new Evidence(passages[hit.Passage], hit, topic, parameters.Confidence(hit, topic, order - rival)));
        }
        return weighed.MoveToImmutable();
    }

    // An older section and the one in force that it points to answer together.
    private bool SayTheSame(int one, int other) => passages[one].Section.Now == passages[other].Address || passages[other].Section.Now == passages[one].Address;

    private Finding Judge(ImmutableArray<Evidence> evidence, DateOnly today, float least)
    {
        if (evidence.IsEmpty || evidence[0].Confidence < parameters.NearConfidence) return new Finding.Nothing([]);
        var (passage, _, _, confidence) = evidence[0];
        if (confidence < least) return new Finding.Nothing(Near(evidence));
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
