using System.Collections.Immutable;

namespace Knowledge.Notices;

/// <summary>A question as people ask it about a section, with what a right answer contains; evidence for searching and a test of it.</summary>
public sealed record ExampleQuestion(string Ask, ImmutableArray<string> Contains, int Line);
