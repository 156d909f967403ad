using System.Globalization;
using Knowledge.Decoding;
using Knowledge.Indexing;

namespace Bench;

/// <summary>Tries values of parameters of the index and the decoder on folders of "corpus.jsonl" and "dev.*.jsonl": MRR@10 of every variant for every value.</summary>
internal static class Tuning
{
    public static int Run(string[] arguments)
    {
        var folders = arguments.Where(Directory.Exists).ToList();
        var settings = arguments.Where(a => a.Contains('=')).Select(a => a.Split('=')).ToList();
        var names = new List<string>();
        var rows = new List<(string Label, List<double> Values)>();
        foreach (var combination in Combinations(settings))
        {
            var (parameters, decoding) = (new IndexParameters(), new DecoderParameters());
            foreach (var (name, value) in combination)
            {
                object owner = typeof(IndexParameters).GetProperty(name) is null ? decoding : parameters;
                var property = owner.GetType().GetProperty(name) ?? throw new ArgumentException(name);
                property.SetValue(owner, Convert.ChangeType(value, property.PropertyType, CultureInfo.InvariantCulture));
            }
            var values = new List<double>();
            names.Clear();
            foreach (var folder in folders)
            {
                var set = RetrievalSet.Read(Path.Combine(folder, "corpus.jsonl"), parameters, decoding);
                foreach (var file in Directory.GetFiles(folder, "dev.*.jsonl").Order())
                {
                    names.Add($"{Path.GetFileName(folder)}.{Path.GetFileNameWithoutExtension(file)[4..]}");
                    values.Add(RetrievalSet.ReadQueries(file).Average(set.ReciprocalRank));
                }
            }
            rows.Add((string.Join(' ', combination.Select(c => c.Name + "=" + c.Value)), values));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{values.Average():F4}  {string.Join(' ', values.Select(v => v.ToString("F3", CultureInfo.InvariantCulture)))}  {rows[^1].Label}"));
        }
        Console.WriteLine("        " + string.Join(' ', names));
        return 0;
    }

    private static IEnumerable<List<(string Name, string Value)>> Combinations(List<string[]> settings)
    {
        IEnumerable<List<(string Name, string Value)>> all = [[]];
        foreach (var setting in settings) all = all.SelectMany(_ => setting[1].Split(','), (list, value) => new List<(string Name, string Value)>(list) { (setting[0], value) });
        return all;
    }
}
