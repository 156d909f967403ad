using Bot.Content;
using Bot.Conversations;
using Knowledge.Answers;
using Knowledge.Tests;

namespace Bench;

/// <summary>Judged questions asked of the whole brain, and what a higher or lower threshold would have done.</summary>
internal static class Questions
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    public static int Run(string[] files)
    {
        var isVerbose = files.Contains("--verbose");
        var judgements = files.Where(f => !f.StartsWith('-')).SelectMany(Judgement.Read).ToList();
        var edition = Repository.Content();
        var (right, wrong, silent, ranked) = (0, 0, 0, 0);
        var curve = new List<(float Confidence, bool IsRight)>();
        foreach (var judgement in judgements)
        {
            var decision = edition.Brain.Decide(Conversation.New, new Said(At, judgement.Question));
            var next = decision.Next.LastSection;
            var isAnswered = next is not null;
            var isRight = isAnswered && IsRight(edition, judgement, next!);
            if (isRight) right++;
            else if (isAnswered) wrong++;
            else if (!judgement.IsOutOfScope) silent++;
            var best = edition.Librarian.Explain(judgement.Question).FirstOrDefault();
            var passage = best?.Passage;
            var isFirst = passage is not null && IsRight(edition, judgement, passage.Address.ToString());
            if (isFirst) ranked++;
            var acts = decision.Replies.Any(r => r.Outcome is Outcome.Small or Outcome.Asked) || edition.Intents.Recognize(edition.Librarian.Understand(judgement.Question)).Any(i => !Brain.Acts(i));
            if (best is not null && !acts) curve.Add((best.Confidence, isFirst));
            if (isVerbose && (isAnswered ? !isRight : !judgement.IsOutOfScope))
                Console.WriteLine($"{judgement.Place}: «{judgement.Question}» = «{edition.Librarian.Understand(judgement.Question).Exact}» → {next ?? "(không trả lời)"} thay vì {string.Join(" | ", judgement.Sections)}; đứng đầu {passage?.Address} {best?.Confidence:F2} phủ {best?.Hit.Coverage:F2}; {string.Join(",", edition.Intents.Recognize(edition.Librarian.Understand(judgement.Question)))}");
        }
        var inScope = judgements.Count(j => !j.IsOutOfScope);
        Console.WriteLine($"{judgements.Count} questions, {inScope} in scope: {right + wrong} answered, {right} rightly ({100.0 * right / Math.Max(1, right + wrong):F1} % of the answered), {silent} in scope unanswered ({100.0 * (inScope - silent) / Math.Max(1, inScope):F1} % answered); best passage right for {ranked}");
        Console.WriteLine("threshold  answered  rightly   (of the questions that reach the librarian)");
        foreach (var threshold in (float[])[.3f, .35f, .4f, .45f, .5f, .55f, .6f, .65f, .7f, .75f, .8f, .85f, .9f])
        {
            var above = curve.Where(c => c.Confidence >= threshold).ToList();
            Console.WriteLine($"{threshold,9:F2}  {above.Count,8}  {100.0 * above.Count(c => c.IsRight) / Math.Max(1, above.Count),6:F1} %");
        }
        return 0;
    }

    // A section and the one in force that speaks of the same thing answer together.
    private static bool IsRight(Edition edition, Judgement judgement, string found) => judgement.Sections.Contains(found)
        || edition.Librarian.Passages.First(p => p.Address.ToString() == found).Section.Now is { } now && judgement.Sections.Contains(now.ToString())
        || judgement.Sections.Any(s => Knowledge.Notices.SectionAddress.TryParse(s, out var a) && edition.Catalogue.Find(a)?.Now?.ToString() == found);
}
