namespace Bot.Dossiers.Import;

/// <summary>A file that is no export, or a damaged one; the message is the one line that the operator reads.</summary>
public sealed class BadExportException(string message, Exception? cause = null) : Exception(message, cause);
