namespace Bot.Staff.Word.Reading;

/// <summary>What Word itself puts before a paragraph of a list: a bullet (no label) or a number, and how deep it is nested.</summary>
internal sealed record ListMark(string? Label, int Level);
