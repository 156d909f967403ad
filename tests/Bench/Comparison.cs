using System.Globalization;

namespace Bench;

/// <summary>Two runs over the same questions, query by query: the difference in MRR@10 and what a paired bootstrap makes of it.</summary>
internal static class Comparison
{
    private const int Resamples = 10_000;
    private const int Seed = 20261122;

    public static int Run(string[] arguments)
    {
        if (arguments is not ["--queries", var queriesFile, var first, var second])
        {
            Console.WriteLine("compare --queries Q.jsonl RUN_A RUN_B");
            return 2;
        }
        var queries = RetrievalSet.ReadQueries(queriesFile);
        var (a, b) = (ReciprocalRanks(first, queries), ReciprocalRanks(second, queries));
        double[] differences = [.. b.Zip(a, (x, y) => x - y)];
        var random = new Random(Seed);
        double[] means = [.. Enumerable.Range(0, Resamples).Select(_ => Enumerable.Range(0, differences.Length).Average(_ => differences[random.Next(differences.Length)])).Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"MRR@10 {a.Average():F3} → {b.Average():F3}: {differences.Average():+0.000;-0.000} (95 % of {Resamples} paired resamples between {means[Resamples / 40]:+0.000;-0.000} and {means[^(Resamples / 40)]:+0.000;-0.000}); better for {differences.Count(d => d > 0)}, worse for {differences.Count(d => d < 0)} of {differences.Length}"));
        return 0;
    }

    private static double[] ReciprocalRanks(string run, List<JudgedQuery> queries)
    {
        var found = File.ReadLines(run).Select(line => line.Split(' ')).ToLookup(row => row[0], row => (Document: row[2], Place: int.Parse(row[3], CultureInfo.InvariantCulture)));
        return [.. queries.Select(q => found[q.Id].Where(hit => q.Relevant.Contains(hit.Document)).Select(hit => 1.0 / hit.Place).DefaultIfEmpty(0).Max())];
    }
}
