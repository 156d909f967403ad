using Knowledge.Notices;
using Knowledge.Passages;

namespace Bot.Content.Gate;

/// <summary>An example question with the section of an edition that should answer it; null where the edition has none.</summary>
internal sealed record ExampleOf(ExampleQuestion Question, Passage? Home);
