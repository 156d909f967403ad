using System.Globalization;
using System.Text.Json;
using Bot.Channels.Webhooks;
using Bot.Delivery;

namespace Bot.Channels.Messenger;

/// <summary>What the Graph API's answers mean for a message.</summary>
internal static class GraphErrors
{
    private static readonly TimeSpan Rate = TimeSpan.FromSeconds(30);

    // Somebody has to do something in Facebook's console; until then nothing gets through.
    private static readonly TimeSpan Human = TimeSpan.FromMinutes(10);

    public static Sending Read(ChannelAnswer answer)
    {
        var json = answer.Json();
        var error = json.Get("error");
        if (answer.Status is >= 200 and < 300 && error is null) return json is null ? new Sending.Unknown($"HTTP {answer.Status} without a verdict") : Sending.Accepted;
        if (error is null) return answer.Status >= 500 ? new Sending.Unknown($"HTTP {answer.Status}") : new Sending.Later($"HTTP {answer.Status}", answer.RetryAfter, IsWholeChannel: answer.Status == 429);
        var (code, subcode) = (Number(error, "code"), Number(error, "error_subcode"));
        // The platform's own words may hold the citizen's id.
        var trouble = subcode == 0 ? $"Graph error {code}" : $"Graph error {code}/{subcode}";
        return (code, subcode) switch
        {
            (10, 2018278) or (_, 2534022) => new Sending.Closed(trouble),
            (190, _) => new Sending.Later(trouble + ", the page's access token is no longer good: set a new Channels:Messenger:PageAccessToken", Human, IsWholeChannel: true),
            (10, _) or (230, _) or (368, _) => new Sending.Later(trouble + ", the page or the app may not send", Human, IsWholeChannel: true, IsBarred: true),
            (4 or 17 or 32 or 613 or 80001 or 80006, _) => new Sending.Later(trouble + ", too many messages", answer.RetryAfter ?? Rate, IsWholeChannel: true),
            (1 or 2 or 1200, _) => new Sending.Later(trouble),
            _ when error.Get("is_transient") is { ValueKind: JsonValueKind.True } => new Sending.Later(trouble),
            // No verdict on the message: something failed over there, perhaps after it was taken.
            _ when answer.Status >= 500 => new Sending.Unknown($"{trouble}, HTTP {answer.Status}"),
            // 551 not available, 200/1545041 opted out, 100 what it will never take, and what we do not know.
            _ => new Sending.Refused(trouble),
        };
    }

    private static long Number(JsonElement? error, string name) => long.TryParse(error.Id(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
