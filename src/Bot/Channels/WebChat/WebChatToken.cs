using Bot.Channels.DirectLine.Access;
using Bot.Channels.Limits;
using Bot.Storage.Activities;

namespace Bot.Channels.WebChat;

/// <summary>Gives the page its token without a secret, and the browser a cookie with which it comes back to its conversation.</summary>
public sealed class WebChatToken(Tokens tokens, ActivityLog log, ChannelLimits limits)
{
    private const string Cookie = "tro-ly";
    private const string Path = "/webchat";

    public async Task PostAsync(HttpContext context)
    {
        limits.CountToken(context);
        var grant = await KnownAsync(context.Request) ?? Grant.New();
        context.Response.Cookies.Append(Cookie, tokens.Issue(grant, Purpose.Return), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Path = Path,
            MaxAge = Tokens.ReturnLife,
            IsEssential = true,
        });
        await context.Response.WriteJsonAsync(
            200, new WebChatBody(tokens.Issue(grant, Purpose.Conversation), grant.User, grant.Conversation, (int)Tokens.ConversationLife.TotalSeconds), ChannelJson.Wire.WebChatBody);
    }

    // A conversation that was deleted meanwhile does not rise again: its citizen gets a new one.
    private async ValueTask<Grant?> KnownAsync(HttpRequest request) =>
        request.Cookies[Cookie] is { } cookie && await tokens.ReadAsync(cookie, Purpose.Return) is { } grant && log.Find(grant.Conversation) is not null ? grant : null;
}
