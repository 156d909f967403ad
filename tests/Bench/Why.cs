using Knowledge.Answers;

namespace Bench;

/// <summary>How one question is understood, and what was found for it.</summary>
internal static class Why
{
    public static int Run(string question)
    {
        var edition = Repository.Content();
        var understood = edition.Librarian.Understand(question).Text;
        Console.WriteLine($"hiểu là: {understood.Exact}");
        Console.WriteLine($"ý: {string.Join(", ", edition.Intents.Recognize(understood))}");
        foreach (var (passage, order, signs, confidence) in edition.Librarian.Explain(question))
            Console.WriteLine($"{confidence:F2} thứ tự {order:F2} phủ {signs.Coverage:F2} đề {signs.Topic:F2} giống {signs.Likeness:F2} điều {signs.Aspect:F0} hơn {signs.Margin:F2}  {passage.Address}: {passage.Section.Heading}");
        return 0;
    }
}
