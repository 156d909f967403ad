using System.Globalization;
using Bot.Channels.Limits;
using Bot.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Staff.Accounts;

/// <summary>How often a network address may try to sign in.</summary>
public sealed class StaffLimits(StaffOptions options, Database database, KeyedHash hash, TimeProvider time)
{
    private readonly IWindowLimit signIns = IWindowLimit.New("staff", options.SignInsPerMinute, database, hash, time);

    /// <summary>Counts a try; null when it passes, else the same page with the status and the wait of one that comes too often.</summary>
    public PageResult? Refuse(HttpContext context)
    {
        if (signIns.Refuse(NetworkAddress.Of(context)) is not { } wait) return null;
        context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return new PageResult { StatusCode = StatusCodes.Status429TooManyRequests };
    }
}
