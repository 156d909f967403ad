using Bot.Channels.Entrance;

namespace Bot.Channels.DirectLine.Access;

/// <summary>Who calls: the bearer of a token, or, without a grant, the bearer of the secret.</summary>
public sealed record Caller(Grant? Grant)
{
    /// <summary>Refuses the bearer of another conversation's token.</summary>
    public void MayEnter(string conversation)
    {
        if (Grant is not null && Grant.Conversation != conversation) throw Refused.Forbidden("TokenForOtherConversation", "The token belongs to another conversation.");
    }
}
