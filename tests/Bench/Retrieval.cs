using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Knowledge.Analysis;
using Knowledge.Decoding;
using Knowledge.Indexing;
using Knowledge.Searching;

namespace Bench;

/// <summary>Somebody's passages and questions through the assistant's own analysis, decoding and searching.</summary>
internal static class Retrieval
{
    private static readonly int[] Cuts = [1, 5, 10];

    public static int Run(string[] arguments)
    {
        var options = arguments.Chunk(2).Where(c => c.Length == 2).ToDictionary(c => c[0], c => c[1]);
        if (!options.TryGetValue("--corpus", out var corpusFile) || !options.TryGetValue("--queries", out var queriesFile))
        {
            Console.WriteLine("retrieval --corpus C.jsonl --queries Q.jsonl [--run OUT]");
            return 2;
        }
        var corpus = File.ReadLines(corpusFile).Select(l => JsonSerializer.Deserialize<JsonElement>(l)).Select(d => (Id: Text(d, "id"), Title: Text(d, "title"), Body: Text(d, "text"))).ToList();
        var queries = File.ReadLines(queriesFile).Select(l => JsonSerializer.Deserialize<JsonElement>(l))
            .Select(q => (Id: Text(q, "qid"), Text: Text(q, "text"), Relevant: q.GetProperty("relevant").EnumerateArray().Select(r => r.GetString()!).ToHashSet())).ToList();

        var memory = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        // The general short forms and spellings; what is the agency's own stays out.
        var analyzer = new Analyzer(Repository.Content().Vocabulary with { Synonyms = [], Fillers = [] });
        var builder = new PassageIndexBuilder(analyzer, IndexParameters.Default);
        foreach (var (_, title, body) in corpus) builder.Add(new IndexedText([new(title, IndexParameters.Default.Heading, IsHeading: true), new(body)]));
        var index = builder.Build();
        var reader = new QuestionReader(analyzer, new Decoder(builder.Model.Build(), DecoderParameters.Default));
        var searcher = new Searcher(index);
        var seconds = watch.Elapsed.TotalSeconds;
        var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - memory) / 1048576.0;

        for (var i = 0; i < 3000; i++) searcher.Search(reader.Read(queries[i % queries.Count].Text), 10);
        var (times, reading, reciprocal, recall) = (new List<double>(), new List<double>(), 0.0, new int[Cuts.Length]);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var runs = new List<string>();
        var isVerbose = options.ContainsKey("--verbose");
        foreach (var (id, text, relevant) in queries)
        {
            var began = Stopwatch.GetTimestamp();
            var question = reader.Read(text);
            reading.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
            var hits = searcher.Search(question, 10);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
            var place = hits.ToList().FindIndex(h => relevant.Contains(corpus[h.Passage].Id)) + 1;
            if (place > 0) reciprocal += 1.0 / place;
            for (var k = 0; k < Cuts.Length; k++)
                if (place > 0 && place <= Cuts[k])
                    recall[k]++;
            if (isVerbose) Console.WriteLine($"{place,2} {text}\n   {reader.Understood(text).Exact}");
            for (var i = 0; i < hits.Length; i++)
                runs.Add(string.Create(CultureInfo.InvariantCulture, $"{id} Q0 {corpus[hits[i].Passage].Id} {i + 1} {hits[i].Score:F4} tro-ly"));
        }
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / queries.Count;
        if (options.TryGetValue("--run", out var run)) File.WriteAllLines(run, runs);
        times.Sort();
        reading.Sort();
        double n = queries.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetFileName(queriesFile)}: MRR@10 {reciprocal / n:F3}, recall@1/5/10 {recall[0] / n:F3}/{recall[1] / n:F3}/{recall[2] / n:F3}; p50 {times[times.Count / 2]:F0} µs, p99 {times[times.Count * 99 / 100]:F0} µs (of it understanding: p50 {reading[reading.Count / 2]:F0} µs), {bytes} bytes a query; index of {corpus.Count} in {seconds:F2} s, {megabytes:F1} MB"));
        return 0;
    }

    private static string Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
