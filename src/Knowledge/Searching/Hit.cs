namespace Knowledge.Searching;

/// <summary>A passage that was found, by number: its score, the share of the question's meaning that it holds (0 to 1), and how much of the score it could have had.</summary>
public readonly record struct Hit(int Passage, float Score, float Coverage, float Strength);
