using System.Diagnostics;
using Bot.Dossiers;
using Bot.Dossiers.Import;
using Bot.Dossiers.Sources;
using Bot.Recognizers;
using Bot.Storage;
using Bot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bench.Dossiers;

/// <summary>What guessing at dossiers brings, and whether the time of a refusal tells a wrong verifier from a wrong code.</summary>
internal static class Guessing
{
    // Every other number is a dossier's: a guesser's numbers lie among them, and what lay apart would be quicker to find missing.
    private const int Known = 12_000;
    private const int Timed = 5000;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("bench").FullName;
        try
        {
            await using var database = new SqliteDatabase(folder);
            var hash = new KeyedHash(new Keys(database));
            var file = Exports.Csv(folder, "known.csv", 0, Known, "4", step: 2);
            await new DossierImport(database, hash, new DossierMapping(), new Agencies()).RunAsync(() => ExportFile.Read(file), DateTimeOffset.UtcNow, isSnapshot: false, force: false);
            var sources = new DossierSources([new StoredDossierSource(database, hash)], TimeProvider.System, NullLogger<DossierSources>.Instance);
            var desk = new DossierDesk(sources, new GuessLimits(database, hash, new GuessOptions(), TimeProvider.System));
            await AttackAsync("spread over 100 codes", 100, desk, hash);
            await AttackAsync("at one code", 1, desk, hash);
            await TimeAsync(desk, hash);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Codes that exist, and verifiers in order, the right one not among them: what is told is what the limits allow, and it is always "no".
    private static async Task AttackAsync(string how, int codes, DossierDesk desk, KeyedHash hash)
    {
        const int addresses = 1000, each = 10;
        var (first, outcomes) = (codes == 1 ? 500 : 0, new Dictionary<string, int>());
        await Parallel.ForEachAsync(Enumerable.Range(0, addresses * each), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, stopping) =>
        {
            var verifier = (i / codes % 5678).ToString("D4", System.Globalization.CultureInfo.InvariantCulture);
            var result = await desk.LookUpAsync(DossierCode.Parse(Exports.Code(2 * (first + i % codes)))!.Value, verifier, hash.Of("sender", $"{how} {i / each}"), stopping);
            lock (outcomes) outcomes[result.GetType().Name] = outcomes.GetValueOrDefault(result.GetType().Name) + 1;
        });
        Console.WriteLine($"10,000 wrong guesses from 1,000 addresses, {how}: " + string.Join(", ", outcomes.OrderBy(o => o.Key).Select(o => $"{o.Value} {o.Key}")));
        // Judged are those that were told "no", and those over the limit of a code that a right guess would have got through with.
        var judged = codes * (new GuessOptions().PerCode + GuessLimits.TriesAtLimitedCodes);
        Console.WriteLine($"  so at most {judged} were judged at all, each at two numbers: a chance of {2.0 * judged / codes / 10_000:P1} at each code, whatever the number of addresses");
    }

    private static async Task TimeAsync(DossierDesk desk, KeyedHash hash)
    {
        var random = new Random(1);
        // Each at a code of its own and from an address of its own, so that no limit answers; mixed, so that whatever the machine does it does to both.
        var asked = Enumerable.Range(0, Timed).Select(i => (IsKnown: true, Code: Exports.Code(2000 + 2 * i)))
            .Concat(Enumerable.Range(0, Timed).Select(i => (IsKnown: false, Code: Exports.Code(2001 + 2 * i)))).ToArray();
        random.Shuffle(asked);
        var (wrong, none) = (new List<double>(), new List<double>());
        for (var i = -1000; i < asked.Length; i++)
        {
            // What comes first only warms up.
            var (isKnown, code) = i < 0 ? (false, Exports.Code(200_000 - i)) : asked[i];
            var (parsed, sender) = (DossierCode.Parse(code)!.Value, hash.Of("sender", "time " + i));
            var began = Stopwatch.GetTimestamp();
            var result = await desk.LookUpAsync(parsed, "0000", sender, default);
            var took = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
            if (result is not LookUp.NoMatch) throw new InvalidOperationException($"{code}: {result}");
            if (i >= 0) (isKnown ? wrong : none).Add(took);
        }
        wrong.Sort();
        none.Sort();
        Console.WriteLine($"time of a refusal: wrong verifier p50 {wrong[Timed / 2]:F0} µs, no such dossier p50 {none[Timed / 2]:F0} µs; area under the ROC curve of telling them apart by time: {Area(wrong, none):F3} (.5: cannot be told)");
    }

    // The share of pairs in which the first is the slower one.
    private static double Area(List<double> first, List<double> second)
    {
        var pairs = 0.0;
        foreach (var one in first)
        {
            var (below, notAbove) = (0, second.Count);
            while (below < notAbove)
            {
                var middle = (below + notAbove) / 2;
                if (second[middle] < one) below = middle + 1;
                else notAbove = middle;
            }
            var equal = 0;
            while (below + equal < second.Count && second[below + equal] == one) equal++;
            pairs += below + equal / 2.0;
        }
        return pairs / first.Count / second.Count;
    }
}
