using Bot.Content;
using Bot.Conversations;
using Knowledge.Notices;
using Knowledge.Tests;

namespace Bench;

/// <summary>Judged questions asked of the whole brain, and what a higher or lower threshold would have done.</summary>
internal static class Questions
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    public static int Run(string[] files)
    {
        var isVerbose = files.Contains("--verbose");
        var edition = Repository.Content();
        var judged = files.Where(f => !f.StartsWith('-')).SelectMany(Judgement.Read).Select(j => Ask(edition, j)).ToList();
        foreach (var file in judged.GroupBy(j => j.Judgement.Place.Split(':')[0]))
            Console.WriteLine($"{file.Key,-32} {Summary(file.ToList())}");
        Console.WriteLine($"{"all",-32} {Summary(judged)}");
        if (isVerbose)
            foreach (var (judgement, reply, found, _, _) in judged.Where(j => !j.IsFine))
                Console.WriteLine($"{judgement.Place}: «{string.Join(" > ", judgement.Before.Append(judgement.Question))}» = «{edition.Librarian.Understand(judgement.Question).Text.Exact}» → {reply?.Outcome} {string.Join(" + ", found)} thay vì {(judgement.IsOutOfScope ? "không trả lời" : string.Join(" + ", judgement.Wanted.Select(w => string.Join(" | ", w))))}; ý {string.Join(",", edition.Intents.Recognize(edition.Librarian.Understand(judgement.Question).Text))}; {string.Join("; ", edition.Librarian.Explain(judgement.Question).Take(2).Select(e => $"{e.Passage.Address} {e.Confidence:F2} phủ {e.Signs.Coverage:F2} đề {e.Signs.Topic:F2} giống {e.Signs.Likeness:F2} điều {e.Signs.Aspect:F0} hơn {e.Signs.Margin:F2}"))}");
        Console.WriteLine("threshold  answered  rightly   (of single questions that reach the librarian, with what stands first)");
        var curve = judged.Where(j => j.Judgement.Before.IsEmpty && j.Judgement.Wanted.Length < 2 && j.Reply?.Outcome is Outcome.Answered or Outcome.Unanswered)
            .Select(j => (Best: edition.Librarian.Explain(j.Judgement.Question).FirstOrDefault(), j.Judgement)).Where(c => c.Best is not null)
            .Select(c => (c.Best!.Confidence, IsRight: c.Judgement.Wanted.Any(w => w.Any(s => IsSame(edition, s, c.Best.Passage.Address))))).ToList();
        foreach (var threshold in (float[])[.1f, .2f, .3f, .4f, .5f, .6f, .7f, .8f, .9f])
        {
            var above = curve.Where(c => c.Confidence >= threshold).ToList();
            Console.WriteLine($"{threshold,9:F2}  {above.Count,8}  {100.0 * above.Count(c => c.IsRight) / Math.Max(1, above.Count),6:F1} %");
        }
        return 0;
    }

    private static string Summary(IReadOnlyCollection<Asked> judged)
    {
        var inScope = judged.Where(j => !j.Judgement.IsOutOfScope).ToList();
        var answered = inScope.Where(j => j.IsAnswered).ToList();
        var wrong = judged.Count(j => j.Judgement.IsOutOfScope && j.IsAnswered);
        var right = answered.Count(j => j.IsFine);
        return $"{judged.Count,4} questions, {inScope.Count,4} in scope: {100.0 * answered.Count / Math.Max(1, inScope.Count),5:F1} % answered, {100.0 * right / Math.Max(1, answered.Count + wrong),5:F1} % of all answers right ({answered.Count - right} wrong), {judged.Count - inScope.Count,3} out of scope: {wrong} answered";
    }

    private static Asked Ask(Edition edition, Judgement judgement)
    {
        var conversation = Conversation.New;
        foreach (var before in judgement.Before) conversation = edition.Brain.Decide(conversation, new Said(At, before)).Next;
        var replies = edition.Brain.Decide(conversation, new Said(At, judgement.Question)).Replies;
        var found = replies.SelectMany(r => r.Sections).ToList();
        var isRight = judgement.Wanted.All(wanted => found.Any(f => wanted.Any(s => IsSame(edition, s, f))))
            && judgement.Words.All(words => replies.Any(r => r.Markdown.Replace("**", "").Contains(words, StringComparison.OrdinalIgnoreCase)));
        return new Asked(judgement, replies.LastOrDefault(), found, found.Count > 0, judgement.IsOutOfScope ? found.Count == 0 : isRight);
    }

    // A section and the one in force that speaks of the same thing answer together.
    private static bool IsSame(Edition edition, string wanted, SectionAddress found) => wanted == found.ToString()
        || edition.Catalogue.Find(found)?.Now?.ToString() == wanted
        || SectionAddress.TryParse(wanted, out var address) && edition.Catalogue.Find(address)?.Now == found;

    private sealed record Asked(Judgement Judgement, Reply? Reply, List<SectionAddress> Found, bool IsAnswered, bool IsFine);
}
