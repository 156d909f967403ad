using Bot.Channels.Entrance;
using Bot.Storage;

namespace Bot.Channels.Limits;

/// <summary>The limits on calls, by network address and by conversation.</summary>
public sealed class ChannelLimits(LimitOptions options, Database database, KeyedHash hash, TimeProvider time)
{
    private readonly IWindowLimit tokens = IWindowLimit.New("tokens", options.ConversationsPerMinute, database, hash, time);
    private readonly IWindowLimit conversations = IWindowLimit.New("conversations", options.ConversationsPerMinute, database, hash, time);
    private readonly IWindowLimit messages = IWindowLimit.New("messages", options.MessagesPerMinute, database, hash, time);

    public void CountToken(HttpContext context) => Count(tokens, NetworkAddress.Of(context), "tokens from this network address");

    public void CountConversation(HttpContext context) => Count(conversations, NetworkAddress.Of(context), "conversations from this network address");

    public void CountMessage(string conversation) => Count(messages, conversation, "messages in this conversation");

    /// <summary>Whether a conversation may have one more message in this minute; for callers to whom a refusal says nothing.</summary>
    public bool AdmitsMessage(string conversation) => messages.Refuse(conversation) is null;

    private static void Count(IWindowLimit limit, string key, string what)
    {
        if (limit.Refuse(key) is { } wait) throw Refused.TooMany(wait, what);
    }
}
