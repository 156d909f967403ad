using System.Collections.Immutable;
using Bot.Content;
using Knowledge.Analysis;
using Knowledge.Answers;
using Knowledge.Notices;
using Knowledge.Passages;

namespace Bot.Staff.Notices.Checking;

/// <summary>Finds the new example questions of a draft that another section is as good for: they would draw each other's citizens.</summary>
public sealed class LookAlikes(LiveContent live)
{
    private const float NearlyTheSame = 0.8f;

    // Far more than anybody writes at once; a file with more new ones is looked through by the gate.
    private const int Most = 300;

    public ImmutableArray<LookAlike> Of(Notice notice)
    {
        var librarian = live.Current.Librarian;
        var asked = notice.Sections.SelectMany(section => section.Questions.Select(question => (section, question.Ask, Words: Words(librarian, question.Ask)))).ToList();
        var inDraft = asked.ToLookup(one => one.Words, one => one.section);
        var found = ImmutableArray.CreateBuilder<LookAlike>();
        foreach (var (section, ask, words) in asked)
        {
            if (inDraft[words].FirstOrDefault(other => other.Id != section.Id) is { } twin)
                found.Add(new LookAlike(section.Id, ask, new SectionAddress(notice.Id, twin.Id), twin.Heading, IsAnswered: false));
        }
        foreach (var (section, ask, _) in asked.Where(one => !IsPublished(librarian, notice, one.section, one.Ask)).Take(Most))
            if (found.All(one => one.Ask != ask) && Rival(librarian, new SectionAddress(notice.Id, section.Id), section, ask) is { } rival) found.Add(rival);
        return found.ToImmutable();
    }

    private static LookAlike? Rival(Librarian librarian, SectionAddress home, Section section, string ask)
    {
        var evidence = librarian.Explain(ask);
        if (evidence.IsEmpty) return null;
        var best = evidence[0];
        if (IsOther(best.Passage) && best.Confidence >= AnswerParameters.Default.LeastConfidence) return Found(best.Passage, isAnswered: true);
        var near = evidence.FirstOrDefault(one => IsOther(one.Passage) && one.Signs.Likeness >= NearlyTheSame);
        return near is null ? null : Found(near.Passage, isAnswered: false);

        // Two that answer together are no rivals.
        bool IsOther(Passage passage) => passage.Address != home && passage.Section.Now != home && section.Now != passage.Address;

        LookAlike Found(Passage passage, bool isAnswered) => new(section.Id, ask, passage.Address, passage.Section.Heading, isAnswered);
    }

    private static bool IsPublished(Librarian librarian, Notice notice, Section section, string ask) =>
        librarian.Find(new SectionAddress(notice.Id, section.Id)) is { } passage && passage.Section.Questions.Any(question => question.Ask == ask);

    private static string Words(Librarian librarian, string ask) =>
        string.Join(' ', librarian.ContentWords(Tokenizer.Tokenize(Normalizer.Normalize(ask))).Order(StringComparer.Ordinal));
}
