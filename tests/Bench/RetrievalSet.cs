using System.Diagnostics;
using System.Text.Json;
using Knowledge.Analysis;
using Knowledge.Decoding;
using Knowledge.Indexing;
using Knowledge.Searching;

namespace Bench;

/// <summary>Somebody's passages in the assistant's own index, and questions read and searched as the assistant does.</summary>
internal sealed class RetrievalSet
{
    private readonly string[] ids;
    private readonly QuestionReader reader;
    private readonly Searcher searcher;

    private RetrievalSet(IEnumerable<(string Id, string Title, string Text)> corpus, IndexParameters parameters, DecoderParameters? decoding = null)
    {
        // The general short forms and spellings; what is the agency's own stays out.
        var builder = new PassageIndexBuilder(Vocabulary, parameters);
        var (names, watch, making) = (new List<string>(), new Stopwatch(), Stopwatch.StartNew());
        foreach (var (id, title, text) in corpus)
        {
            making.Stop();
            watch.Start();
            names.Add(id);
            builder.Add(new IndexedText([new(title, parameters.Heading, IsHeading: true), new(text)]));
            watch.Stop();
            making.Start();
        }
        making.Stop();
        watch.Start();
        Index = builder.Build();
        (ids, reader, searcher) = ([.. names], new QuestionReader(Index, decoding), new Searcher(Index));
        (Seconds, MakingSeconds) = (watch.Elapsed.TotalSeconds, making.Elapsed.TotalSeconds);
    }

    /// <summary>What every set is read with: the general short forms, not what is the agency's own.</summary>
    public static Vocabulary Vocabulary { get; } = Repository.Content().Vocabulary with { Synonyms = [], Fillers = [], Roles = [] };

    public PassageIndex Index { get; }

    /// <summary>How long indexing took.</summary>
    public double Seconds { get; }

    /// <summary>How long reading or making the passages took meanwhile.</summary>
    public double MakingSeconds { get; }

    /// <summary>Reads a corpus: {"id","title","text"} a line.</summary>
    public static RetrievalSet Read(string corpus, IndexParameters? parameters = null, DecoderParameters? decoding = null) => new(
        File.ReadLines(corpus).Select(l => JsonSerializer.Deserialize<JsonElement>(l)).Select(d => (Text(d, "id"), Text(d, "title"), Text(d, "text"))), parameters ?? IndexParameters.Default, decoding);

    /// <summary>Indexes passages that somebody makes.</summary>
    public static RetrievalSet Of(IEnumerable<string> passages) => new(passages.Select((text, i) => (i.ToString(), "", text)), IndexParameters.Default);

    /// <summary>Reads questions: {"qid","text","relevant":[ids]} a line.</summary>
    public static List<JudgedQuery> ReadQueries(string queries) => [.. File.ReadLines(queries).Select(l => JsonSerializer.Deserialize<JsonElement>(l))
        .Select(q => new JudgedQuery(Text(q, "qid"), Text(q, "text"), q.GetProperty("relevant").EnumerateArray().Select(r => r.GetString()!).ToHashSet()))];

    /// <summary>What a question is understood as.</summary>
    public AnalyzedQuestion Understand(string question) => reader.Read(question);

    /// <summary>The best passages for a question as it was typed.</summary>
    public IReadOnlyList<Hit> Search(AnalyzedQuestion question) => searcher.Search(question, 10);

    /// <summary>A passage's id.</summary>
    public string IdOf(Hit hit) => ids[hit.Passage];

    /// <summary>One over the place of the first relevant passage among the best ten, or zero.</summary>
    public double ReciprocalRank(JudgedQuery query)
    {
        var hits = Search(Understand(query.Text));
        for (var i = 0; i < hits.Count; i++)
            if (query.Relevant.Contains(IdOf(hits[i])))
                return 1.0 / (i + 1);
        return 0;
    }

    private static string Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
