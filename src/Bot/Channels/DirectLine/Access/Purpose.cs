namespace Bot.Channels.DirectLine.Access;

/// <summary>What a token is good for; it is good for nothing else.</summary>
public enum Purpose
{
    /// <summary>To take part in a conversation.</summary>
    Conversation,

    /// <summary>To open the conversation's stream, as part of its address.</summary>
    Stream,

    /// <summary>To come back to a conversation with the same browser.</summary>
    Return,
}
