using System.Collections.Immutable;

namespace Knowledge.Analysis;

/// <summary>What the analyzer makes of a text: its words without fillers, and the sets of synonyms among them.</summary>
public sealed record AnalyzedQuestion(AnalyzedText Text, ImmutableArray<ConceptMatch> Concepts);
