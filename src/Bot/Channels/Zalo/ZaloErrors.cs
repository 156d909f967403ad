using System.Globalization;
using Bot.Channels.Webhooks;
using Bot.Conversations;
using Bot.Delivery;

namespace Bot.Channels.Zalo;

/// <summary>What the OpenAPI's answers mean for a message; a failure comes as HTTP 200, too.</summary>
internal static class ZaloErrors
{
    // Somebody has to do something in Zalo's console; until then nothing gets through.
    private static readonly TimeSpan Human = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Rate = TimeSpan.FromSeconds(30);

    /// <summary>The access token is no longer good; another one is to be had.</summary>
    public static Sending TokenSpent { get; } = new Sending.Later("the access token is no longer good");

    /// <summary>There is no access token to be had now.</summary>
    public static Sending NoToken { get; } = new Sending.Later("no access token to be had", Human, IsWholeChannel: true);

    /// <summary>What an answer means.</summary>
    /// <param name="mayBeBilled">Whether the message may be one that costs money, which all others do not.</param>
    public static Sending Read(ChannelAnswer answer, DateTimeOffset now, bool mayBeBilled)
    {
        if (answer.Status == 429) return new Sending.Later("HTTP 429", answer.RetryAfter ?? Rate, IsWholeChannel: true);
        // Whatever stood between us and Zalo wrote this; the message may have gone through all the same.
        if (answer.Status >= 500 || !int.TryParse(answer.Json().Id("error"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var error)) return new Sending.Unknown($"HTTP {answer.Status} without a verdict");
        var trouble = $"Zalo error {error}";
        return error switch
        {
            0 => Sending.Accepted,
            -216 or -220 or -124 => TokenSpent,
            -32 => new Sending.Later(trouble + ", too many messages", answer.RetryAfter ?? Rate, IsWholeChannel: true),
            // Free answers are said to have no quota, or once had one for each citizen: what is used up may be his alone, or that of what is billed. If it
            // is everybody's, those that wait cost a call an hour each; taken for everybody's and not so, it would cost all an hour without answers.
            -211 => new Sending.Later(trouble + ", the quota is used up", TimeSpan.FromHours(1), IsBarred: true),
            -144 => new Sending.Later(trouble + ", the day's limit is reached", VietnamTime.Begin(VietnamTime.Day(now).AddDays(1)) - now),
            -133 => new Sending.Later(trouble + ", not at night", UntilMorning(now)),
            -230 or -232 or -218 => new Sending.Closed(trouble),
            // Blocked, banned, no longer a follower; and what Zalo will never take from us.
            -217 or -244 or -227 or -213 or -201 or -210 or -233 or -248 => new Sending.Refused(trouble),
            // A template that is not approved, not ours, or not for this citizen.
            -108 or -114 or -115 or -117 or -118 or -119 or -131 or -139 or -140 or -141 or -146 => new Sending.Refused(trouble),
            -209 or -212 or -219 or -221 or -223 or -240 => new Sending.Later(trouble + ", the OA or the app may not send", Human, IsWholeChannel: true, IsBarred: true),
            // The package is the account's, but what is billed may need a higher one than what is free.
            -224 => new Sending.Later(trouble + ", the OA's package is too low", Human, IsWholeChannel: !mayBeBilled, IsBarred: true),
            // What citizens are answered within the window is free: only what is billed waits for money.
            -320 or -321 => new Sending.Later(trouble + ", no Zalo Cloud Account or no money in it", Human, IsBarred: true),
            _ => new Sending.Later(trouble),
        };
    }

    // The night lasts from 22:00 to 06:00; null when our clock says that it is none.
    private static TimeSpan? UntilMorning(DateTimeOffset now)
    {
        var wait = VietnamTime.Begin(VietnamTime.Day(now.AddHours(2))).AddHours(6) - now;
        return wait > TimeSpan.Zero ? wait : null;
    }
}
