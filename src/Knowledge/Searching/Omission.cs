namespace Knowledge.Searching;

/// <summary>An example question that is left out of its passage's evidence, so that asking it is a test.</summary>
public sealed record Omission(int Passage, string Question);
