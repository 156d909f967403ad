using Bot.Channels.DirectLine.Access;
using Bot.Channels.DirectLine.Bodies;
using Bot.Channels.Entrance;
using Bot.Channels.Limits;

namespace Bot.Channels.DirectLine;

/// <summary>The calls under /tokens: another server asks for a citizen's token, a client renews its own.</summary>
public sealed class TokenCalls(Callers callers, Tokens tokens, ChannelLimits limits)
{
    public async Task GenerateAsync(HttpContext context)
    {
        limits.CountToken(context);
        callers.DemandSecret(context);
        var body = await context.Request.ReadJsonAsync(ChannelJson.Wire.StartBody);
        await WriteAsync(context, Grant.New(User(body), Trusted(body)));
    }

    public async Task RefreshAsync(HttpContext context) => await WriteAsync(context, await callers.BearerAsync(context));

    private Task WriteAsync(HttpContext context, Grant grant) => context.Response.WriteJsonAsync(
        200, new TokenBody(grant.Conversation, tokens.Issue(grant, Purpose.Conversation), (int)Tokens.ConversationLife.TotalSeconds), ChannelJson.Wire.TokenBody);

    private static string? User(StartBody? body)
    {
        if (body?.User?.Id is not { Length: > 0 } id) return null;
        return id.StartsWith(Ids.TokenUser, StringComparison.Ordinal) && id.Length <= 100 ? id
            : throw Refused.Malformed("user.id must start with \"dl_\" and have at most 100 characters.");
    }

    private static System.Collections.Immutable.ImmutableArray<string> Trusted(StartBody? body)
    {
        if (body?.TrustedOrigins is not { Length: > 0 } origins) return [];
        if (origins.Length > 20 || origins.Any(o => o is null || o.Contains(' ') || !Uri.TryCreate(o, UriKind.Absolute, out _)))
            throw Refused.Malformed("trustedOrigins must be at most 20 origins such as \"https://www.example.org\".");
        return [.. origins.Select(o => o.TrimEnd('/'))];
    }
}
