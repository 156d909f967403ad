using System.Globalization;
using StandIns.Serving;

namespace StandIns.Connector;

/// <summary>The errors of the connector service.</summary>
public static class ConnectorError
{
    public static Answer Of(int status, string code, string message) => Answer.Json(status, new { error = new { code, message } });

    /// <summary>Too many requests, with the time after which to come again.</summary>
    public static Answer RateLimited(int retryAfterSeconds) => Of(429, "RateLimited", "Too many requests") with
    {
        Headers = new Dictionary<string, string> { ["Retry-After"] = retryAfterSeconds.ToString(CultureInfo.InvariantCulture) },
    };

    /// <summary>The conversation is over or the bot was removed from it: nothing to be tried again.</summary>
    public static Answer Forbidden { get; } = Of(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
}
