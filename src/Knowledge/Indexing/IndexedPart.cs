namespace Knowledge.Indexing;

/// <summary>One text of a passage, and what one of its words weighs where a word of the body weighs 1; what the heading names, the passage is about.</summary>
public readonly record struct IndexedPart(string Text, float Weight = 1, bool IsHeading = false);
