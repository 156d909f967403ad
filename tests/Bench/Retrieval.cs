using System.Globalization;

namespace Bench;

/// <summary>Somebody's passages and questions through the assistant's own analysis, decoding and searching.</summary>
internal static class Retrieval
{
    private static readonly int[] Cuts = [1, 5, 10];

    public static int Run(string[] arguments)
    {
        var options = arguments.Chunk(2).Where(c => c.Length == 2).ToLookup(c => c[0], c => c[1]);
        if (!options.Contains("--corpus") || !options.Contains("--queries"))
        {
            Console.WriteLine("retrieval --corpus C.jsonl --queries Q.jsonl [--run OUT]");
            return 2;
        }
        var queries = RetrievalSet.ReadQueries(options["--queries"].Single());
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        var set = RetrievalSet.Read(options["--corpus"].Single());
        var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - memory) / 1048576.0;
        var (reciprocal, recall, lines) = (0.0, new int[Cuts.Length], new List<string>());
        foreach (var query in queries)
        {
            var hits = set.Search(set.Understand(query.Text));
            var place = hits.ToList().FindIndex(h => query.Relevant.Contains(set.IdOf(h))) + 1;
            if (place > 0) reciprocal += 1.0 / place;
            for (var k = 0; k < Cuts.Length; k++)
                if (place > 0 && place <= Cuts[k])
                    recall[k]++;
            for (var i = 0; i < hits.Count; i++)
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{query.Id} Q0 {set.IdOf(hits[i])} {i + 1} {hits[i].Score:F4} tro-ly"));
        }
        if (options["--run"].SingleOrDefault() is { } run) File.WriteAllLines(run, lines);
        double n = queries.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetFileName(options["--queries"].Single())}: MRR@10 {reciprocal / n:F3}, recall@1/5/10 {recall[0] / n:F3}/{recall[1] / n:F3}/{recall[2] / n:F3}; {Speed.Of(set, [.. queries.Select(q => q.Text)])}; index of {set.Index.Count} in {set.Seconds:F2} s, {megabytes:F1} MB"));
        return 0;
    }
}
