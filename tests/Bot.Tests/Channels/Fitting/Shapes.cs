using Bot.Channels.Fitting;

namespace Bot.Tests.Channels.Fitting;

/// <summary>Channels as they are, for the tests: what Messenger, Zalo and Teams can show.</summary>
internal static class Shapes
{
    public static Shape Messenger { get; } = new() { TextLength = 2000, MostButtons = 13, ButtonTitle = 20, ButtonText = 1000, LinkButtons = 3, LinkButtonText = 640 };

    public static Shape Zalo { get; } = new() { TextLength = 2000, MostButtons = 5, ButtonTitle = 35, ButtonText = 500, LinkButtons = 5, LinkButtonText = 2000, MostTogether = 5 };

    public static Shape Teams { get; } = new() { TextLength = 20_000, MostButtons = 6, ButtonTitle = 60, ButtonText = 1000, ShowsMarkdown = true };

    public static Shape Named(string name) => name switch
    {
        "Messenger" => Messenger,
        "Zalo" => Zalo,
        "Teams" => Teams,
        _ => throw new InvalidOperationException($"Không có kênh «{name}»"),
    };
}
