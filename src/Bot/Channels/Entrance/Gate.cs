using System.Globalization;
using Bot.Channels.Limits;
using Microsoft.AspNetCore.Http.Features;

namespace Bot.Channels.Entrance;

/// <summary>What every call to a channel passes: origin, body size, and errors as the protocol writes them.</summary>
public sealed class Gate(Origins origins, LimitOptions limits, ILogger<Gate> logger)
{
    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            if (!origins.Allow(context.Request)) throw Refused.Forbidden("OriginNotAllowed", "This website may not use the assistant; its origin must stand in Web:Origins.");
            if (Origins.Of(context.Request) is { } origin) Origins.Expose(context, origin);
            if (Origins.IsPreflight(context.Request))
            {
                Origins.AnswerPreflight(context);
                return;
            }
            BoundBody(context);
            await next(context);
            Explain(context);
        }
        catch (Refused refused)
        {
            await AnswerAsync(context, refused);
        }
        catch (BadHttpRequestException error)
        {
            await AnswerAsync(context, error.StatusCode == 413 ? Refused.TooLarge(limits.BodyBytes) : new Refused(error.StatusCode, "BadArgument", "The request could not be read."));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            logger.LogError(error, "A call of {Method} {Endpoint} failed", context.Request.Method, context.GetEndpoint()?.DisplayName);
            await AnswerAsync(context, new Refused(503, "ServiceUnavailable", "The assistant cannot do this now; try again soon."));
        }
    }

    private void BoundBody(HttpContext context)
    {
        var most = context.GetEndpoint()?.Metadata.GetMetadata<BodyBound>()?.Most(limits) ?? limits.BodyBytes;
        if (context.Request.ContentLength > most) throw Refused.TooLarge(most);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = most;
    }

    // Routing refuses without a word; the protocol's clients expect an error body.
    private static void Explain(HttpContext context)
    {
        if (context.Response.HasStarted || context.Response.ContentLength > 0) return;
        if (context.Response.StatusCode == 404) throw new Refused(404, "NotFound", "There is nothing at this address.");
        if (context.Response.StatusCode == 405) throw new Refused(405, "MethodNotAllowed", "This address does not take this method.");
    }

    private static Task AnswerAsync(HttpContext context, Refused refused)
    {
        if (context.Response.HasStarted) return Task.CompletedTask;
        if (refused.RetryAfter is { } wait) context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return context.Response.WriteJsonAsync(refused.Status, new ErrorBody(new(refused.Code, refused.Message)), ChannelJson.Wire.ErrorBody);
    }
}
