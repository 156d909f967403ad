namespace Knowledge.Searching;

/// <summary>A passage that was found.</summary>
/// <param name="Passage">Its number.</param>
/// <param name="Score">What its evidence is worth.</param>
/// <param name="Coverage">The share of the question's meaning that it holds (0 to 1).</param>
/// <param name="HoldsRoles">Whether it says of the same people as the question that they do not do something; true where the question says so of nobody.</param>
public readonly record struct Hit(int Passage, float Score, float Coverage, bool HoldsRoles);
