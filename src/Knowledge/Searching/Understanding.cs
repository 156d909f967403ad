using Knowledge.Analysis;

namespace Knowledge.Searching;

/// <summary>What a message was understood as, in Vietnamese, and whether it was written in English.</summary>
public sealed record Understanding(AnalyzedText Text, bool IsEnglish);
