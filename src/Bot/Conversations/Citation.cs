namespace Bot.Conversations;

/// <summary>A source of a reply: its name, the path of its page ("/thong-bao/…#…") and what it says in short.</summary>
public sealed record Citation(string Name, string Path, string Abstract);
