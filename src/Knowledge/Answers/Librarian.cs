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
    /// <summary>The code of the aspect whose section makes a notice one of a procedure.</summary>
    public const string Papers = "papers";

    /// <summary>The code of the aspect whose section tells where to submit.</summary>
    public const string Place = "place";

    /// <summary>The code of the aspect whose section tells whom to call.</summary>
    public const string Phone = "phone";

    /// <summary>The aspects that are asked for by their codes.</summary>
    public static ImmutableArray<string> UsedAspects { get; } = [Papers, Place, Phone];

    // In words: fewer, of which none names anything, are not a question of their own beside others.
    private const int ShortestQuestion = 3;

    private readonly ImmutableArray<Passage> passages;
    private readonly Dictionary<SectionAddress, int> numbers;
    private readonly ImmutableArray<Aspect> aspects;
    private readonly uint papers;
    private readonly HashSet<string> light;
    private readonly Analyzer analyzer;
    private readonly QuestionReader reader;
    private readonly Ranker ranker;
    private readonly Judge judge;
    private readonly Continuation continuation;
    private readonly AnswerParameters parameters;

    /// <param name="spoken">What else people say here, so that it is read as what it is.</param>
    public Librarian(Catalogue catalogue, Vocabulary vocabulary, IEnumerable<string>? spoken = null, IndexParameters? indexParameters = null, AnswerParameters? answerParameters = null)
    {
        parameters = answerParameters ?? AnswerParameters.Default;
        passages = [.. catalogue.Notices.Values.SelectMany(n => n.Sections.Select(s => new Passage(n, s)))];
        numbers = passages.Select((p, i) => (p.Address, i)).ToDictionary(p => p.Address, p => p.i);
        aspects = vocabulary.Aspects;
        for (var i = 0; i < aspects.Length; i++) papers |= aspects[i].Code == Papers ? 1u << i : 0;
        var single = vocabulary.LightWords.Concat(vocabulary.Fillers).Where(word => !word.Contains(' '));
        light = [.. single.Select(word => Tokenizer.Tokenize(Normalizer.Normalize(word)).Folded)];
        var builder = new PassageIndexBuilder(vocabulary, indexParameters ?? IndexParameters.Default);
        foreach (var passage in passages) builder.Add(PassageParts.Of(passage, builder.Parameters));
        foreach (var words in spoken ?? []) builder.Learn(words);
        var index = builder.Build();
        (analyzer, reader, ranker) = (index.Analyzer, new QuestionReader(index), new Ranker(passages, index, parameters));
        judge = new Judge(passages, aspects, papers, analyzer, ranker, parameters);
        continuation = new Continuation(analyzer, ranker, parameters);
    }

    /// <summary>Every passage, in the order of the notices.</summary>
    public ImmutableArray<Passage> Passages => passages;

    /// <summary>The passage at an address; null when there is none.</summary>
    public Passage? Find(SectionAddress address) => judge.Find(address);

    /// <summary>What a passage says, as a finding.</summary>
    public Finding Answer(Passage passage, float confidence, DateOnly today) => judge.Answer(passage, confidence, today);

    /// <summary>What a message was probably meant as: English, short forms, keystrokes, missing diacritics and slips read.</summary>
    /// <param name="isEnglishExpected">Whether English has been spoken so far.</param>
    public Understanding Understand(string message, bool isEnglishExpected = false) => reader.Understand(message, isEnglishExpected);

    /// <summary>How many words of a text deny, and whether its last word is one of them, which then only asks.</summary>
    public (int Count, bool IsLast) Denials(AnalyzedText text) => analyzer.Denials(text);

    /// <summary>A message as it was typed, only its short forms written out: words that no notice has are left as they are.</summary>
    public AnalyzedText AsTyped(string message) => reader.WrittenOut(message);

    /// <summary>What the notices say to a question.</summary>
    /// <param name="question">What the citizen asks.</param>
    /// <param name="today">The day that decides what is in force.</param>
    public Finding Ask(Question question, DateOnly today)
    {
        if (question is not { Last: { } address, Context: { } before } || Find(address) is not { } last) return judge.Of(question.Text, ranker.Rank(question), today, parameters.LeastConfidence);
        var evidence = ranker.Rank(question with { Context = Understand(before.Exact + ". " + last.Section.Heading).Text });
        var alone = ranker.Rank(new Question(question.Text) { Audience = question.Audience });
        // Light words may name something together: "bị mất" is a licence to be issued anew.
        if (!IsElliptical(question.Text) || analyzer.NamesTogether(question.Text)) return Continued(question.Text, question.Points ? evidence : continuation.Elsewhere(evidence, alone, last), last, today);
        var asked = analyzer.Aspects(question.Text);
        // A procedure's notice is about one matter: any of its sections may have what is asked of it.
        if (asked != 0 && IsProcedure(last.Notice)) return Continued(question.Text, evidence, last, today);
        if (asked != 0 && Confidence(alone) >= parameters.SureAlone) return judge.Of(question.Text, alone, today, parameters.LeastConfidence);
        if (continuation.Others(question, before, evidence, last) is { IsEmpty: false } others && Continued(question.Text, others, last, today) is not Finding.Nothing and var found) return found;
        if (Continuation.Has(evidence, last)) return Answer(last, 1, today);
        if (judge.Single(asked)?.Default is { } everywhere && Find(everywhere) is { } general) return Answer(general, 1, today);
        // "Phí bao nhiêu?" after the opening hours asks for something that was not spoken of.
        var own = asked == 0 ? new Finding.Nothing([]) : judge.Of(question.Text, alone, today, parameters.LeastConfidence);
        if (own is not Finding.Nothing) return own;
        // "Tại sao?", "giờ tính sao?": whatever stands beside it in the notice is about something else.
        return Answer(last, 1, today) is Finding.Said said ? said with { IsAllSaid = true } : asked == 0 ? Answer(last, 1, today) : own;
    }

    private Finding Continued(AnalyzedText question, ImmutableArray<Evidence> evidence, Passage last, DateOnly today)
    {
        var isContinued = !evidence.IsEmpty && evidence[0].Passage.Notice.Id == last.Notice.Id;
        return judge.Of(question, evidence, today, isContinued ? parameters.LeastConfidenceOfContinued : parameters.LeastConfidence, isContinued);
    }

    /// <summary>What the notices say to each question in a message; one finding where it asks one thing.</summary>
    public ImmutableArray<Finding> AskEach(Question question, DateOnly today)
    {
        var whole = ranker.Rank(question);
        var parts = QuestionParts.Of(question.Text, analyzer);
        var several = parts.Length > 1 ? Several(question, parts, whole, today) : [];
        if (several.Length > 1 && several.Any(finding => finding is not Finding.Nothing)) return several;
        // What is told beside the one question says less of it than the question does.
        if (several is [not Finding.Nothing] && parts.Count(analyzer.Asks) == 1) return several;
        return [judge.Of(question.Text, whole, today, parameters.LeastConfidence)];
    }

    /// <summary>The words of a text that say what it is about, without diacritics.</summary>
    public IReadOnlySet<string> ContentWords(AnalyzedText text)
    {
        var light = analyzer.Fillers(text);
        analyzer.MarkLight(text, light);
        return text.Tokens.Where((_, i) => !light[i]).Select(token => text.FoldedOf(token).ToString()).ToHashSet();
    }

    /// <summary>What a text says, in words without diacritics, and the codes of what it asks; in one order, so that the same is the same.</summary>
    public ImmutableArray<string> Gist(AnalyzedText text)
    {
        var (fills, asked) = (analyzer.Fillers(text), analyzer.Aspects(text));
        var words = text.Tokens.Where((_, i) => !fills[i]).Select(token => text.FoldedOf(token).ToString());
        var codes = aspects.Where((_, i) => (asked >> i & 1) != 0).Select(aspect => Likeness.Aspect + aspect.Code);
        return [.. words.Concat(codes).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether a word of a gist could as well be one that says little in any question; without diacritics that is not always known.</summary>
    public bool MayBeLight(string word) => light.Contains(word);

    /// <summary>The section that answers an aspect for every matter, by the aspect's code; null when there is none.</summary>
    public Passage? Default(string aspect) => aspects.FirstOrDefault(a => a.Code == aspect)?.Default is { } general ? Find(general) : null;

    /// <summary>Whether a text asks something; else it tells something.</summary>
    public bool Asks(AnalyzedText text) => analyzer.Asks(text);

    /// <summary>Whether a text names nothing of its own, only what is asked of a matter named before: "thế lệ phí?".</summary>
    public bool IsElliptical(AnalyzedText text) => analyzer.IsElliptical(text);

    /// <summary>The same with one example question left out of the evidence, where the section has it: a test of it.</summary>
    public Finding AskWithout(ExampleQuestion example, SectionAddress? section, DateOnly today)
    {
        var text = Understand(example.Ask).Text;
        return judge.Of(text, Without(example, text, section), today, parameters.LeastConfidenceInTest);
    }

    /// <summary>The evidence behind an answer, best first, for whoever wants to see why.</summary>
    public ImmutableArray<Evidence> Explain(string question) => ranker.Rank(new Question(Understand(question).Text));

    /// <summary>The same with one example question left out, where the section has it.</summary>
    public ImmutableArray<Evidence> ExplainWithout(ExampleQuestion example, SectionAddress? section) => Without(example, Understand(example.Ask).Text, section);

    private ImmutableArray<Evidence> Without(ExampleQuestion example, AnalyzedText text, SectionAddress? section)
    {
        var question = new Question(text);
        return section is { } address && numbers.TryGetValue(address, out var number) && passages[number].Section.Questions.IndexOf(example) is >= 0 and var place
            ? ranker.Rank(question, (number, place)) : ranker.Rank(question);
    }

    // Each part is asked alone and as a part of the whole, whose other words may name what it is about. Only parts that are answered for
    // sure, and differently, are questions of their own; the rest of a message says what they are about.
    private ImmutableArray<Finding> Several(Question question, ImmutableArray<AnalyzedText> parts, ImmutableArray<Evidence> whole, DateOnly today)
    {
        // One passage that holds nearly all of the message answers it as a whole, unless every part has an answer of its own.
        var isWhole = !whole.IsEmpty && whole[0].Signs.Coverage >= parameters.CoverageOfWhole && whole[0].Confidence >= parameters.LeastConfidence;
        var found = ImmutableArray.CreateBuilder<Finding>();
        var said = new List<Passage>();
        for (var i = 0; i < parts.Length; i++)
        {
            var isOwn = !IsElliptical(parts[i]);
            // What only tells something says more of the question beside it; "… rồi, phải không" is the end of one.
            if (!QuestionParts.IsAsked(parts[i], analyzer) || !isOwn && parts[i].Tokens.Length < ShortestQuestion && analyzer.Aspects(parts[i]) == 0)
            {
                if (isWhole) return [];
                continue;
            }
            var part = question with { Text = parts[i], Context = QuestionParts.Without(question.Text, parts, i) };
            var alone = isOwn ? ranker.Rank(question with { Text = parts[i] }) : [];
            var finding = isOwn ? OfOwnWords(part, alone, today) : OfNoWords(part, said, today);
            if (finding is Finding.AspectNotStated || finding.Source is { } source && !said.Exists(other => other.Address == source.Address || other.SaysTheSameAs(source)))
            {
                if (finding.Source is { } one) said.Add(one);
                found.Add(finding);
            }
            else if (isOwn && finding is Finding.Nothing nothing && (analyzer.Aspects(parts[i]) != 0 || analyzer.EndsInNegation(parts[i])) && !QuestionParts.IsHeld(whole, alone, parameters)) found.Add(nothing with { Part = QuestionParts.Written(parts[i]) });
            else if (isWhole) return [];
        }
        return found.ToImmutable();
    }

    private Finding OfOwnWords(Question part, ImmutableArray<Evidence> alone, DateOnly today)
    {
        var within = ranker.Rank(part);
        return judge.Of(part.Text, Confidence(within) > Confidence(alone) ? within : alone, today, parameters.LeastConfidenceOfPart);
    }

    // A part that names nothing is asked of the procedure just answered, else of what has what it asks; never of a procedure that nobody named.
    private Finding OfNoWords(Question part, List<Passage> said, DateOnly today)
    {
        if (analyzer.Aspects(part.Text) != 0 && said.FindLast(p => IsProcedure(p.Notice)) is { } matter) return Ask(part with { Last = matter.Address }, today);
        var within = ranker.Rank(part);
        return judge.Of(part.Text, Continuation.OnAspect(within), today, parameters.LeastConfidenceOfPart) is not Finding.Nothing and var sure ? sure
            : judge.Of(part.Text, within.RemoveAll(e => e.Signs.Aspect <= 0 || IsProcedure(e.Passage.Notice)), today, parameters.LeastConfidenceOfContinued);
    }

    // One that has a section on papers, unless it answers for every matter.
    private bool IsProcedure(Notice notice) => (ranker.AspectsOf(notice).ByHeadings & papers) != 0 && !aspects.Any(aspect => aspect.Default?.Notice == notice.Id);

    private static float Confidence(ImmutableArray<Evidence> evidence) => evidence.IsEmpty ? 0 : evidence[0].Confidence;
}
