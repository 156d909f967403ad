using Bot.Protocol;

namespace Bot.Channels.Connector;

/// <summary>A logged reply as the connector's service takes it: in its own ids, and without what is only for us.</summary>
internal static class ConnectorReply
{
    public static Activity Of(Activity reply, ConnectorAddress address, string user) => reply with
    {
        Id = null,
        Timestamp = null,
        ChannelId = address.ChannelId,
        ServiceUrl = address.ServiceUrl,
        ChannelData = null,
        Conversation = new ConversationAccount(address.Conversation),
        From = address.Bot ?? reply.From,
        Recipient = new ChannelAccount(user),
        // An activity without an id is answered by one of ours, of which the service knows nothing.
        ReplyToId = reply.Conversation?.Id is { } ours && reply.ReplyToId?.StartsWith(ours + "|", StringComparison.Ordinal) == true ? null : reply.ReplyToId,
    };
}
