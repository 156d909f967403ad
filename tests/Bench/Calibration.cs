using System.Globalization;
using Knowledge.Answers;
using Knowledge.Tests;

namespace Bench;

/// <summary>
/// Fits the model of being right to what is known: judged questions, example questions with their own wording left out, and what is out of scope
/// asked of the notices alone, as if no intent had caught it.
/// </summary>
internal static class Calibration
{
    private const int Steps = 20000;

    public static int Run(string[] files)
    {
        var edition = Repository.Content();
        var librarian = edition.Librarian;
        var rows = new List<(double[] Features, bool IsRight)>();
        foreach (var passage in librarian.Passages)
            foreach (var question in passage.Section.Questions)
                Add(librarian.ExplainWithout(question, passage.Address), p => Examples.IsSame(p, passage));
        foreach (var judgement in files.SelectMany(Judgement.Read).Where(j => j.Before.IsEmpty && j.Wanted.Length < 2))
        {
            var right = librarian.Passages.Where(p => judgement.Wanted.Any(w => w.Contains(p.Address.ToString()))).ToList();
            // What was written to be judged weighs more: it is most like what will be asked.
            for (var i = 0; i < 3; i++) Add(librarian.Explain(judgement.Question), p => right.Any(r => Examples.IsSame(p, r)));
        }
        var topics = edition.Intents.Names.Where(name => !Bot.Conversations.Brain.Acts(name) && name is not "complaint" and not "others-dossier" and not "greet" and not "help");
        foreach (var phrase in topics.SelectMany(edition.Intents.PhrasesOf).Where(p => p.Split(' ').Length >= 3)) Add(librarian.Explain(phrase), _ => false);

        var weights = new double[6];
        var (n, rate) = (rows.Count, 0.5);
        for (var step = 0; step < Steps; step++)
        {
            var gradient = new double[weights.Length];
            foreach (var (features, isRight) in rows)
            {
                var error = Probability(weights, features) - (isRight ? 1 : 0);
                for (var i = 0; i < weights.Length; i++) gradient[i] += error * features[i];
            }
            for (var i = 0; i < weights.Length; i++) weights[i] -= rate * gradient[i] / n;
        }
        string[] names = ["Constant", "Coverage", "Topic", "Mass", "Aspect", "Margin"];
        var loss = rows.Average(r => -Math.Log(Math.Clamp(r.IsRight ? Probability(weights, r.Features) : 1 - Probability(weights, r.Features), 1e-6, 1)));
        Console.WriteLine($"{n} rows, {rows.Count(r => r.IsRight)} right; log loss {loss:F4}");
        Console.WriteLine(string.Join(' ', names.Zip(weights, (name, weight) => string.Create(CultureInfo.InvariantCulture, $"{name}={weight:F2}"))));
        foreach (var threshold in (double[])[.2, .3, .4, .5, .6, .7])
        {
            var above = rows.Where(r => Probability(weights, r.Features) >= threshold).ToList();
            Console.WriteLine($"threshold {threshold:F1}: {100.0 * above.Count(r => r.IsRight) / rows.Count(r => r.IsRight):F1} % of the right ones answered, {100.0 * above.Count(r => r.IsRight) / above.Count:F1} % of the answered right");
        }
        return 0;

        void Add(IReadOnlyList<Evidence> found, Func<Knowledge.Passages.Passage, bool> isRight)
        {
            if (found.Count == 0) return;
            var signs = found[0].Signs;
            rows.Add(([1, signs.Coverage, signs.Topic, signs.Mass, signs.Aspect, signs.Margin], isRight(found[0].Passage)));
        }
    }

    private static double Probability(double[] weights, double[] features) => 1 / (1 + Math.Exp(-weights.Zip(features, (w, f) => w * f).Sum()));
}
