namespace Bot.Conversations;

/// <summary>A choice offered below a reply; pressing it says what a citizen could also have typed.</summary>
public sealed record Button(string Title, string Says);
