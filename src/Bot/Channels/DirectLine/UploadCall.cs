using System.Text.Json;
using Bot.Channels.Entrance;
using Bot.Channels.Limits;
using Bot.Protocol;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Bot.Channels.DirectLine;

/// <summary>
/// The call that sends files. They are read and thrown away, and the message is logged with their names: an error would show the
/// citizen "send failed" and a button to try again, whereas so the bot itself says that it cannot look at files.
/// </summary>
public sealed class UploadCall(ActivityCalls activities, ChannelLimits limits, LimitOptions options)
{
    public async Task PostAsync(HttpContext context)
    {
        var (caller, id) = await activities.EnterAsync(context);
        limits.CountMessage(id);
        var sent = Boundary(context.Request) is { } boundary
            ? await ReadPartsAsync(context, boundary)
            : await ReadFileAsync(context);
        await activities.ReceiveAsync(context, caller, id, sent);
    }

    private static string? Boundary(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)) return null;
        return HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 200 } boundary ? boundary : throw Refused.Malformed("The multipart body has no boundary.");
    }

    private async Task<Activity> ReadPartsAsync(HttpContext context, string boundary)
    {
        var reader = new MultipartReader(boundary, context.Request.Body);
        Activity? activity = null;
        var names = new List<string?>();
        try
        {
            while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } part)
            {
                ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition);
                if (part.ContentType is { } type && type.StartsWith("application/vnd.microsoft.activity", StringComparison.OrdinalIgnoreCase)) activity = await ReadActivityAsync(part, context);
                else if (names.Count < 20) names.Add(FileName(disposition));
            }
        }
        catch (Exception error) when (error is InvalidDataException or JsonException || (error is IOException and not BadHttpRequestException))
        {
            throw Refused.Malformed("The multipart body cannot be read.");
        }
        activity ??= new Activity { Type = "message" };
        return activity.Attachments is null ? activity with { Attachments = Incoming.OnlyNames(names) } : activity;
    }

    private async Task<Activity?> ReadActivityAsync(MultipartSection part, HttpContext context)
    {
        using var body = new MemoryStream();
        var buffer = new byte[8192];
        for (int read; (read = await part.Body.ReadAsync(buffer, context.RequestAborted)) > 0; body.Write(buffer, 0, read))
        {
            if (body.Length + read > options.BodyBytes) throw Refused.TooLarge(options.BodyBytes);
        }
        return JsonSerializer.Deserialize(body.GetBuffer().AsSpan(0, (int)body.Length), ProtocolJson.Wire.Activity);
    }

    // The protocol also lets a client send one file as the whole body.
    private static async Task<Activity> ReadFileAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        ContentDispositionHeaderValue.TryParse(context.Request.Headers.ContentDisposition.ToString(), out var disposition);
        return new Activity { Type = "message", Attachments = Incoming.OnlyNames([FileName(disposition)]) };
    }

    private static string? FileName(ContentDispositionHeaderValue? disposition) =>
        disposition is null ? null : HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value;
}
