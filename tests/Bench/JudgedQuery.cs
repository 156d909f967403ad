namespace Bench;

/// <summary>A question to a retrieval set, and the ids of the passages that answer it.</summary>
internal sealed record JudgedQuery(string Id, string Text, HashSet<string> Relevant);
