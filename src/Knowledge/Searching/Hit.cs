namespace Knowledge.Searching;

/// <summary>A passage that was found, by number: its score, and the share of the question's meaning that it holds (0 to 1).</summary>
public readonly record struct Hit(int Passage, float Score, float Coverage);
