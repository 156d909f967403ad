namespace Bot.Staff.Word;

/// <summary>A file that is no Word document, or one that is refused; the message is the one line that staff read.</summary>
public sealed class BadWordFileException(string message, Exception? cause = null) : Exception(message, cause);
