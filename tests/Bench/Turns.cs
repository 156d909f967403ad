using System.Diagnostics;
using Bot.Conversations;
using Bot.Dossiers;

namespace Bench;

/// <summary>How many turns the brain decides in a second on one thread, and what one allocates.</summary>
internal static class Turns
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    private static readonly string[] SmallTalk = ["xin chào", "cảm ơn nhé", "bạn làm được gì", "đúng ý tôi", "chưa đúng ý"];

    private static readonly string[] Unanswerable = ["giá vàng hôm nay bao nhiêu", "kết quả xổ số", "mua xe máy ở đâu rẻ", "quy hoạch đường sắt đi qua xã nào", "trường cấp ba nào tốt nhất"];

    public static int Run()
    {
        var edition = Repository.Content();
        var questions = Repository.Questions(edition);
        // Of twenty turns: twelve questions, four dossier steps (two look-ups with their results), two of small talk, two unanswerable.
        var turns = new List<(Conversation, Turn)>();
        var dossier = new Dossier { Code = "000.00.15.H37-260105-0001", Procedure = "Cấp giấy phép hành nghề", Applicant = "Nguyễn Văn Mẫu", State = 4, StateLabel = "Đang xử lý" };
        var waiting = edition.Brain.Decide(Conversation.New, new Said(At, dossier.Code)).Next;
        var asked = edition.Brain.Decide(waiting, new Said(At, "1234"));
        for (var i = 0; i < questions.Length; i++)
        {
            turns.Add((Conversation.New, new Said(At, questions[i])));
            if (i % 12 == 0)
            {
                turns.Add((Conversation.New, new Said(At, "tra cứu hồ sơ " + dossier.Code)));
                turns.Add((waiting, new Said(At, "1234")));
                turns.Add((asked.Next, new LookedUp(At, asked.Effect!, new LookUp.Found(dossier))));
                turns.Add((Conversation.New, new Said(At, "tra cứu hồ sơ")));
            }
            if (i % 6 == 0) turns.Add((Conversation.New, new Said(At, SmallTalk[i / 6 % SmallTalk.Length])));
            if (i % 6 == 3) turns.Add((Conversation.New, new Said(At, Unanswerable[i / 6 % Unanswerable.Length])));
        }
        var outcomes = turns.SelectMany(t => edition.Brain.Decide(t.Item1, t.Item2).Replies).GroupBy(r => r.Outcome).ToDictionary(g => g.Key, g => g.Count());
        Console.WriteLine($"mix: {turns.Count} turns: {questions.Length} questions, {turns.Count - questions.Length} others; outcomes {string.Join(", ", outcomes.Select(o => $"{o.Key} {o.Value}"))}");
        Measure(edition.Brain, turns, TimeSpan.FromSeconds(3));
        var (count, time, bytes) = Measure(edition.Brain, turns, TimeSpan.FromSeconds(10));
        Console.WriteLine($"turns: {count / time.TotalSeconds:F0} a second on one thread, {time.TotalMicroseconds / count:F1} µs and {bytes / (double)count / 1024:F1} KB allocated a turn ({count} turns in {time.TotalSeconds:F1} s)");
        var today = VietnamTime.Day(At);
        var understood = questions.Select(q => edition.Librarian.Understand(q).Text).ToArray();
        Console.WriteLine($"of a question: understanding {Each(questions, q => edition.Librarian.Understand(q)):F1} µs, intents {Each(understood, u => edition.Intents.Recognize(u)):F1} µs, finding {Each(understood, u => edition.Librarian.Ask(new Knowledge.Answers.Question(u), today)):F1} µs");
        return 0;
    }

    private static double Each<T>(T[] all, Action<T> act)
    {
        var (count, watch) = (0L, Stopwatch.StartNew());
        for (; watch.Elapsed < TimeSpan.FromSeconds(2); count += all.Length) Array.ForEach(all, act);
        return watch.Elapsed.TotalMicroseconds / count;
    }

    private static (long Count, TimeSpan Time, long Bytes) Measure(Brain brain, List<(Conversation, Turn)> turns, TimeSpan duration)
    {
        var (count, watch, before) = (0L, Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
        while (watch.Elapsed < duration)
            foreach (var (conversation, turn) in turns)
            {
                brain.Decide(conversation, turn);
                count++;
            }
        return (count, watch.Elapsed, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
