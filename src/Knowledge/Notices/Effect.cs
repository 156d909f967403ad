namespace Knowledge.Notices;

/// <summary>From when to when a notice applies, and the condition it names for itself; not stated is null.</summary>
public sealed record Effect(PartialDate? From, PartialDate? To, string? Note);
