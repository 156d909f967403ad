using System.Globalization;
using Knowledge.Analysis;

namespace Bench;

/// <summary>The speed of understanding and searching among many made passages: words drawn from files by how often they stand there, always the same.</summary>
internal static class Scale
{
    private const int Seed = 20261122;
    private const int Questions = 1000;

    public static int Run(string[] arguments)
    {
        var at = Array.IndexOf(arguments, "--words");
        var many = Array.IndexOf(arguments, "--passages");
        if (at < 0 || many < 0 || !int.TryParse(arguments.ElementAtOrDefault(many + 1), out var passages))
        {
            Console.WriteLine("scale --passages N --words FILE…");
            return 2;
        }
        var words = arguments[(at + 1)..].TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal)).SelectMany(Words).ToArray();
        var random = new Random(Seed);
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        // The passages are made as they are read: only the index stays.
        var set = RetrievalSet.Of(Enumerable.Range(0, passages).Select(_ => Sample(words, random.Next(60, 101), random)));
        var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - memory) / 1048576.0;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{passages} passages of {words.Distinct().Count()} different words; index in {set.Seconds:F2} s ({set.MakingSeconds:F2} s more to make the passages), {megabytes:F1} MB without the text"));
        var questions = Enumerable.Range(0, Questions).Select(_ => Sample(words, random.Next(3, 9), random)).ToArray();
        Console.WriteLine($"well typed:  {Speed.Of(set, questions)}");
        Console.WriteLine($"badly typed: {Speed.Of(set, [.. questions.Select((q, i) => BadTyping.Any(q, i, random))])}");
        return 0;
    }

    private static string Sample(string[] words, int count, Random random) => string.Join(' ', Enumerable.Range(0, count).Select(_ => words[random.Next(words.Length)]));

    private static IEnumerable<string> Words(string file)
    {
        var text = Tokenizer.Tokenize(Normalizer.Normalize(File.ReadAllText(file)));
        return text.Tokens.Select(token => text.ExactOf(token).ToString());
    }
}
