namespace Bot.Dossiers.Portal;

/// <summary>The portal answered, but not what can be used; the message holds nothing of anybody's dossier.</summary>
public sealed class PortalException(string message, Exception? cause = null) : Exception(message, cause);
