using Bot.Channels.Limits;
using Bot.Storage;

namespace Bot.Staff.Accounts;

/// <summary>How often a network address may try to sign in.</summary>
public sealed class StaffLimits(StaffOptions options, Database database, KeyedHash hash, TimeProvider time)
{
    private readonly IWindowLimit signIns = IWindowLimit.New("staff", options.SignInsPerMinute, database, hash, time);

    /// <summary>Counts a try; false, and the answer says how long to wait, when there were too many.</summary>
    public bool Admits(HttpContext context)
    {
        if (signIns.Refuse(NetworkAddress.Of(context)) is not { } wait) return true;
        context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return false;
    }
}
