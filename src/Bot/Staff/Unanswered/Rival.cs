using Knowledge.Passages;

namespace Bot.Staff.Unanswered;

/// <summary>A section that a new example question of another could harm, or be harmed by.</summary>
/// <param name="Example">The question of that section which it is like; null: that section is what answers the new question now.</param>
public sealed record Rival(Passage Passage, string? Example);
