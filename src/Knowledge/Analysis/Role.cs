using System.Collections.Immutable;

namespace Knowledge.Analysis;

/// <summary>People who do something, or do not, in what is told.</summary>
/// <param name="Names">How they are called.</param>
/// <param name="Audience">The audience whose sections are meant for them and for nobody who does not name them; null where there is none.</param>
public sealed record Role(ImmutableArray<string> Names, string? Audience);
