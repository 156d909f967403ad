using System.Collections.Immutable;

namespace Bot.Staff.Word;

/// <summary>A draft made from a Word file: the whole file of a notice, and what of the Word file is not in it, a line each for staff.</summary>
public sealed record WordDraft(string Markdown, ImmutableArray<string> NotCarried);
