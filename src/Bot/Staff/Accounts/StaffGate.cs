namespace Bot.Staff.Accounts;

/// <summary>Stands before the pages of staff: there are none before the first administrator, and no cache or search engine keeps any.</summary>
public static class StaffGate
{
    public static void UseStaffGate(this IApplicationBuilder app)
    {
        var store = app.ApplicationServices.GetRequiredService<StaffStore>();
        app.Use((context, next) =>
        {
            if (!context.Request.Path.StartsWithSegments(StaffAddresses.Root)) return next(context);
            if (!store.HasAdministrator)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
            var headers = context.Response.Headers;
            headers.CacheControl = "no-store";
            headers["Referrer-Policy"] = "same-origin";
            headers["X-Robots-Tag"] = "noindex, nofollow";
            return next(context);
        });
    }
}
