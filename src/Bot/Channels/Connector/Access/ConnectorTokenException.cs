namespace Bot.Channels.Connector.Access;

/// <summary>We have no token to send a reply with; the message says why, without a secret.</summary>
public sealed class ConnectorTokenException(string message) : Exception(message);
