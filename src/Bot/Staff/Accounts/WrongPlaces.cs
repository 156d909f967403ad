using Bot.Staff.Audit;
using Bot.Staff.Notices;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Bot.Staff.Accounts;

/// <summary>Writes down when somebody who is signed in asked for a notice where none may lie, as by "..": the page has not found it already.</summary>
public sealed class WrongPlaces(AuditLog audit) : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var route = context.RouteData.Values;
        if (route["folder"] is string folder && route["name"] is string name && NoticeFile.Of(folder, name) is null
            && context.HttpContext.User.Identity is { IsAuthenticated: true, Name: var actor })
            await audit.AddAsync(new AuditEntry(AuditEvent.WrongPlace, actor, null, context.HttpContext.Request.Path));
        await next();
    }
}
