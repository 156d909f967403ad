using System.Collections.Immutable;
using Bot.Channels.Fitting;

namespace Bot.Tests.Channels.Fitting;

/// <summary>An example of cases.md: a reply, a channel, and the messages that citizens see there.</summary>
internal sealed record FittingCase(string Name, Shape Shape, string Markdown, ImmutableArray<Choice> Buttons, ImmutableArray<Link> Sources, ImmutableArray<Piece> Seen)
{
    /// <summary>Reads a file: each heading of the second level is an example of its own.</summary>
    public static IEnumerable<FittingCase> Read(string path) =>
        File.ReadAllText(path).Split("\n## ").Skip(1).Select(text => Read(text.Split('\n')));

    private static FittingCase Read(string[] lines)
    {
        var written = lines.TakeWhile(line => line != "=").ToList();
        var seen = lines.Skip(written.Count + 1).ToList();
        var shape = Channel(written.Single(line => line.StartsWith("@ ", StringComparison.Ordinal))[2..].Split(' '));
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        while (seen.Count > 0)
        {
            var part = seen.TakeWhile(line => line != "---").ToList();
            pieces.Add(new Piece(Text(part, '<'), Choices(part), Links(part)));
            seen = [.. seen.Skip(part.Count + 1)];
        }
        return new FittingCase(lines[0].Trim(), shape, Text(written, '>'), Choices(written), Links(written), pieces.ToImmutable());
    }

    private static Shape Channel(string[] words)
    {
        var shape = Shapes.Named(words[0]);
        foreach (var word in words[1..])
        {
            var number = int.Parse(word.Split('=')[1]);
            shape = word.Split('=')[0] switch
            {
                "chữ" => shape with { TextLength = number },
                "tin" => shape with { MostPieces = number },
                "nút" => shape with { MostButtons = number },
                "lời" => shape with { ButtonText = number },
                "nút-trang" => shape with { LinkButtons = number },
                "chữ-cạnh-nút-trang" => shape with { LinkButtonText = number },
                _ => throw new InvalidOperationException($"Không hiểu «{word}»"),
            };
        }
        return shape;
    }

    private static string Text(IEnumerable<string> lines, char mark) =>
        string.Join('\n', lines.Where(line => line.StartsWith(mark)).Select(line => line.Length > 2 ? line[2..] : ""));

    private static ImmutableArray<Choice> Choices(IEnumerable<string> lines) => [.. Pairs(lines, '[').Select(pair => new Choice(pair[0], pair[^1]))];

    private static ImmutableArray<Link> Links(IEnumerable<string> lines) => [.. Pairs(lines, '(').Select(pair => new Link(pair[0], pair[^1]))];

    private static IEnumerable<string[]> Pairs(IEnumerable<string> lines, char mark) =>
        lines.Where(line => line.StartsWith(mark)).Select(line => line[1..^1].Split(" | "));
}
