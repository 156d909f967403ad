using Bot.Staff.Audit;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Bot.Staff.Accounts;

/// <summary>Writes down when somebody who is signed in sent what none of our pages gave him to send; it is refused already.</summary>
public sealed class ForgedRequests(AuditLog audit) : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult && context.HttpContext.User.Identity is { IsAuthenticated: true, Name: var name })
            await audit.AddAsync(new AuditEntry(AuditEvent.Forged, name, null, context.HttpContext.Request.Path));
        await next();
    }
}
