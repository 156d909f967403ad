namespace Knowledge.Analysis;

/// <summary>A word of an analyzed text: where it stands, and whether it carries a diacritic.</summary>
public readonly record struct Token(int Start, int Length, bool IsMarked);
