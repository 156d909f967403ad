using System.Globalization;
using Bot.Content;
using Knowledge.Answers;
using Knowledge.Indexing;
using Knowledge.Passages;

namespace Bench;

/// <summary>Every example question of the notices asked with its own wording left out: how often its section comes first. Parameters can be tried: Name=value.</summary>
internal static class Examples
{
    public static int Run(string[] settings)
    {
        var edition = Repository.Content();
        var (parameters, answers) = (new IndexParameters(), new AnswerParameters());
        var isVerbose = settings.Contains("--verbose");
        var files = settings.Where(s => s.EndsWith(".md", StringComparison.Ordinal)).ToList();
        foreach (var setting in settings.Where(s => s != "--verbose" && !files.Contains(s)))
        {
            var (name, value) = setting.Split('=') is [var n, var v] ? (n, v) : throw new ArgumentException(setting);
            object owner = typeof(IndexParameters).GetProperty(name) is null ? answers : parameters;
            var property = owner.GetType().GetProperty(name)!;
            property.SetValue(owner, Convert.ChangeType(value, property.PropertyType, CultureInfo.InvariantCulture));
        }
        var librarian = new Librarian(edition.Catalogue, edition.Vocabulary, edition.Intents.Phrases, parameters, answers);
        var (count, first, reciprocal) = (0, 0, 0.0);
        foreach (var passage in librarian.Passages)
            foreach (var question in passage.Section.Questions)
            {
                count++;
                var ranked = librarian.ExplainWithout(question, passage.Address);
                var place = ranked.ToList().FindIndex(e => IsSame(e.Passage, passage)) + 1;
                if (place == 1) first++;
                else if (isVerbose) Console.WriteLine($"{passage.Address} «{question.Ask}»: {string.Join("  ", ranked.Take(4).Select(e => $"{e.Passage.Address} {e.Order:F1}/{e.Signs.Coverage:F2}"))}");
                if (place > 0) reciprocal += 1.0 / place;
            }
        var judged = files.SelectMany(Knowledge.Tests.Judgement.Read).Where(j => j.Before.IsEmpty && j.Wanted.Length == 1).ToList();
        var right = judged.Count(j => librarian.Explain(j.Question) is [var best, ..] && librarian.Passages.Any(p => j.Wanted[0].Contains(p.Address.ToString()) && IsSame(best.Passage, p)));
        if (judged.Count > 0) Console.Write($"judged {100.0 * right / judged.Count:F1} % first; ");
        Console.WriteLine($"{string.Join(' ', settings.Except(files)),-40} {count} example questions left out one by one: first {100.0 * first / count:F1} %, MRR {reciprocal / count:F3}");
        return 0;
    }

    internal static bool IsSame(Passage found, Passage expected) => found.Address == expected.Address || found.Section.Now == expected.Address || expected.Section.Now == found.Address;
}
