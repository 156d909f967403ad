using Knowledge.Notices;
using Knowledge.Passages;

namespace Bot.Content.Gate;

/// <summary>An example question as it is judged in the live edition and in the candidate: by what each says of it, else by what the other does.</summary>
/// <param name="Home">The section whose example it is: in the candidate, where that has it.</param>
/// <param name="IsNew">Whether the live edition does not have it.</param>
internal sealed record ExamplePair(SectionAddress Home, (ExampleQuestion Question, Passage? Home) Live, (ExampleQuestion Question, Passage? Home) Candidate, bool IsNew)
{
    /// <summary>Every example question of either edition, once; one that has moved to another section is the same.</summary>
    public static IEnumerable<ExamplePair> Of(Edition live, Edition candidate)
    {
        var left = Examples(live).ToLookup(e => e.Question.Ask);
        var taken = new HashSet<ExampleQuestion>(ReferenceEqualityComparer.Instance);
        foreach (var (question, home) in Examples(candidate))
        {
            // Two sections may have the same words: each finds its own.
            var same = left[question.Ask].Where(e => !taken.Contains(e.Question)).OrderBy(e => e.Home.Address == home.Address ? 0 : 1).ToList();
            if (same is [var known, ..]) taken.Add(known.Question);
            yield return same is [var before, ..]
                ? new ExamplePair(home.Address, before, (question, home), IsNew: false)
                : new ExamplePair(home.Address, (question, live.Librarian.Find(home.Address)), (question, home), IsNew: true);
        }
        foreach (var (question, home) in Examples(live).Where(e => !taken.Contains(e.Question)))
            yield return new ExamplePair(home.Address, (question, home), (question, candidate.Librarian.Find(home.Address)), IsNew: false);
    }

    private static IEnumerable<(ExampleQuestion Question, Passage Home)> Examples(Edition edition) => edition.Librarian.Passages.SelectMany(p => p.Section.Questions.Select(q => (q, p)));
}
