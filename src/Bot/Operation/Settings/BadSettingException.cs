namespace Bot.Operation.Settings;

/// <summary>A setting, or the place it names, that the process cannot start with; the message is the one line that the operator reads.</summary>
public sealed class BadSettingException(string message, Exception? cause = null) : Exception(message, cause);
