using Bot.Conversations;
using Bot.Tests.Conversations;
using Knowledge.Tests;

namespace Bench;

/// <summary>Judged questions asked of the whole brain, and what a higher or lower threshold would have done.</summary>
internal static class Questions
{
    public static int Run(string[] files)
    {
        var isVerbose = files.Contains("--verbose");
        var edition = Repository.Content();
        var judged = files.Where(f => !f.StartsWith('-')).SelectMany(Judgement.Read).Select(j => Judged.Ask(edition, j)).ToList();
        foreach (var file in judged.GroupBy(j => j.Judgement.Place.Split(':')[0]))
            Console.WriteLine($"{file.Key,-32} {Summary(file.ToList())}");
        Console.WriteLine($"{"all",-32} {Summary(judged)}");
        if (isVerbose)
            foreach (var (judgement, reply, found, _) in judged.Where(j => !j.IsFine))
                Console.WriteLine($"{judgement.Place}: «{string.Join(" > ", judgement.Before.Append(judgement.Question))}» = «{edition.Librarian.Understand(judgement.Question).Text.Exact}» → {reply?.Outcome} {string.Join(" + ", found)} thay vì {(judgement.IsOutOfScope ? "không trả lời" : string.Join(" + ", judgement.Wanted.Select(w => string.Join(" | ", w))))}; ý {string.Join(",", edition.Intents.Recognize(edition.Librarian.Understand(judgement.Question).Text))}; {string.Join("; ", edition.Librarian.Explain(judgement.Question).Take(2).Select(e => $"{e.Passage.Address} {e.Confidence:F2} phủ {e.Signs.Coverage:F2} đề {e.Signs.Topic:F2} giống {e.Signs.Likeness:F2} điều {e.Signs.Aspect:F0} hơn {e.Signs.Margin:F2}"))}");
        Console.WriteLine("threshold  answered  rightly   (of single questions that reach the librarian, with what stands first)");
        var curve = judged.Where(j => j.Judgement.Before.IsEmpty && j.Judgement.Wanted.Length < 2 && j.Reply?.Outcome is Outcome.Answered or Outcome.Unanswered)
            .Select(j => (Best: edition.Librarian.Explain(j.Judgement.Question).FirstOrDefault(), j.Judgement)).Where(c => c.Best is not null)
            .Select(c => (c.Best!.Confidence, IsRight: c.Judgement.Wanted.Any(w => w.Any(s => Judged.IsSame(edition, s, c.Best.Passage.Address))))).ToList();
        foreach (var threshold in (float[])[.1f, .2f, .3f, .4f, .5f, .6f, .7f, .8f, .9f])
        {
            var above = curve.Where(c => c.Confidence >= threshold).ToList();
            Console.WriteLine($"{threshold,9:F2}  {above.Count,8}  {100.0 * above.Count(c => c.IsRight) / Math.Max(1, above.Count),6:F1} %");
        }
        return 0;
    }

    private static string Summary(IReadOnlyCollection<Judged> judged)
    {
        var inScope = judged.Where(j => !j.Judgement.IsOutOfScope).ToList();
        var answered = inScope.Where(j => j.IsAnswered).ToList();
        var wrong = judged.Count(j => j.Judgement.IsOutOfScope && j.IsAnswered);
        var right = answered.Count(j => j.IsFine);
        return $"{judged.Count,4} questions, {inScope.Count,4} in scope: {100.0 * answered.Count / Math.Max(1, inScope.Count),5:F1} % answered, {100.0 * right / Math.Max(1, answered.Count + wrong),5:F1} % of all answers right ({answered.Count - right} wrong), {judged.Count - inScope.Count,3} out of scope: {wrong} answered";
    }
}
