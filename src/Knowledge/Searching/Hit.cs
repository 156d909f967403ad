namespace Knowledge.Searching;

/// <summary>A passage that was found.</summary>
/// <param name="Passage">Its number.</param>
/// <param name="Score">What its evidence is worth.</param>
/// <param name="Coverage">The share of the question's meaning that it holds (0 to 1).</param>
public readonly record struct Hit(int Passage, float Score, float Coverage);
