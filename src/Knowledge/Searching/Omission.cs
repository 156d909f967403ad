namespace Knowledge.Searching;

/// <summary>A part of a passage, by number in it, that is left out of its evidence, so that asking what it says is a test.</summary>
public readonly record struct Omission(int Passage, int Part);
