using System.Text;

namespace Bot.Staff.Accounts;

/// <summary>A line of standard input that nobody is to read over a shoulder.</summary>
public static class HiddenLine
{
    /// <summary>Asks for it at a terminal, where it is not shown; reads it as it comes from a file or another program.</summary>
    public static string? Read(string question)
    {
        if (Console.IsInputRedirected) return Console.In.ReadLine();
        Console.Error.Write(question + ": ");
        var line = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace) line.Length = Math.Max(0, line.Length - 1);
            else if (key.KeyChar >= ' ') line.Append(key.KeyChar);
        }
        Console.Error.WriteLine();
        return line.ToString();
    }
}
