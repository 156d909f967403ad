using System.Globalization;
using System.Reflection;
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
        var parameters = new IndexParameters();
        var isVerbose = settings.Contains("--verbose");
        foreach (var setting in settings.Where(s => s != "--verbose"))
        {
            var (name, value) = setting.Split('=') is [var n, var v] ? (n, v) : throw new ArgumentException(setting);
            typeof(IndexParameters).GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!.SetValue(parameters, float.Parse(value, CultureInfo.InvariantCulture));
        }
        var librarian = new Librarian(edition.Catalogue, edition.Vocabulary, edition.Intents.Phrases, parameters);
        var (count, first, reciprocal) = (0, 0, 0.0);
        foreach (var passage in librarian.Passages)
            foreach (var question in passage.Section.Questions)
            {
                count++;
                var ranked = librarian.ExplainWithout(question, passage.Address);
                var place = ranked.ToList().FindIndex(e => IsSame(e.Passage, passage)) + 1;
                if (place == 1) first++;
                else if (isVerbose) Console.WriteLine($"{passage.Address} «{question.Ask}»: {string.Join("  ", ranked.Take(4).Select(e => $"{e.Passage.Address} {e.Hit.Score:F1}/{e.Hit.Coverage:F2}"))}");
                if (place > 0) reciprocal += 1.0 / place;
            }
        Console.WriteLine($"{string.Join(' ', settings),-40} {count} example questions left out one by one: first {100.0 * first / count:F1} %, MRR {reciprocal / count:F3}");
        return 0;
    }

    private static bool IsSame(Passage found, Passage expected) => found.Address == expected.Address || found.Section.Now == expected.Address || expected.Section.Now == found.Address;
}
