namespace Bot.Dossiers.Import;

/// <summary>One row of an export, and the line of the file that it begins in.</summary>
public readonly record struct ImportRow(int Line, string[] Cells);
