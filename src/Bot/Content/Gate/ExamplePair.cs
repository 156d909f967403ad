using Knowledge.Notices;

namespace Bot.Content.Gate;

/// <summary>An example question as it is judged in the live edition and in the candidate: by what each says of it, else by what the other does.</summary>
/// <param name="Home">The section whose example it is: in the candidate, where that has it.</param>
/// <param name="IsNew">Whether the live edition does not have it.</param>
internal sealed record ExamplePair(SectionAddress Home, ExampleOf Live, ExampleOf Candidate, bool IsNew)
{
    /// <summary>Every example question of either edition, once; one that has moved to another section is the same.</summary>
    public static IEnumerable<ExamplePair> Of(Edition live, Edition candidate)
    {
        var known = Examples(live).ToLookup(e => e.Question.Ask);
        var taken = new HashSet<ExampleQuestion>(ReferenceEqualityComparer.Instance);
        foreach (var example in Examples(candidate))
        {
            var home = example.Home!.Address;
            // Two sections may have the same words: each finds its own.
            var before = known[example.Question.Ask].Where(e => !taken.Contains(e.Question)).OrderBy(e => e.Home!.Address == home ? 0 : 1).FirstOrDefault();
            if (before is not null) taken.Add(before.Question);
            yield return new ExamplePair(home, before ?? example with { Home = live.Librarian.Find(home) }, example, IsNew: before is null);
        }
        foreach (var example in Examples(live).Where(e => !taken.Contains(e.Question)))
            yield return new ExamplePair(example.Home!.Address, example, example with { Home = candidate.Librarian.Find(example.Home.Address) }, IsNew: false);
    }

    private static IEnumerable<ExampleOf> Examples(Edition edition) =>
        edition.Librarian.Passages.SelectMany(p => p.Section.Questions.Select(q => new ExampleOf(q, p)));
}
