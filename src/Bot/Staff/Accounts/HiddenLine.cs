using System.Text;

namespace Bot.Staff.Accounts;

/// <summary>A line of standard input that nobody is to read over a shoulder.</summary>
public static class HiddenLine
{
    /// <summary>At a terminal asks for a new password twice, unseen, and returns null when they differ; else reads one line.</summary>
    public static string? Read()
    {
        if (Console.IsInputRedirected) return Console.In.ReadLine();
        var line = Ask("Mật khẩu");
        return Ask("Nhập lại mật khẩu") == line ? line : null;
    }

    private static string Ask(string question)
    {
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
