namespace Knowledge.Notices;

/// <summary>One file of the content folder: its path below it, with forward slashes, and its text.</summary>
public sealed record ContentFile(string Path, string Text);
