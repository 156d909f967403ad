namespace Knowledge.Decoding;

/// <summary>A word that the typed one may stand for: by number, or written out when no text holds it; and what it costs to believe so.</summary>
internal readonly record struct Candidate(int Word, float Cost, string? Literal, bool IsTyped);
