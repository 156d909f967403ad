using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Channels.Entrance;
using Microsoft.AspNetCore.Http.Features;

namespace Bot.Channels;

/// <summary>Reads and writes JSON bodies.</summary>
public static class Bodies
{
    /// <summary>The body as a value; null when there is none.</summary>
    public static async Task<T?> ReadJsonAsync<T>(this HttpRequest request, JsonTypeInfo<T> type) where T : class
    {
        if (request.ContentLength is 0 || request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false }) return null;
        if (!request.HasJsonContentType()) throw new Refused(415, "UnsupportedMediaType", "The body must be application/json.");
        try
        {
            return await JsonSerializer.DeserializeAsync(request.BodyReader, type, request.HttpContext.RequestAborted);
        }
        catch (JsonException)
        {
            throw Refused.Malformed("The body is not JSON of the expected shape, or is nested too deeply.");
        }
    }

    /// <summary>The body as it came, byte by byte: what a signature was made of.</summary>
    public static async Task<byte[]> ReadRawAsync(this HttpRequest request)
    {
        if (request.ContentLength is { } length)
        {
            // The gate has bounded it.
            var body = GC.AllocateUninitializedArray<byte>((int)length);
            await request.Body.ReadExactlyAsync(body, request.HttpContext.RequestAborted);
            return body;
        }
        using var read = new MemoryStream();
        await request.Body.CopyToAsync(read, request.HttpContext.RequestAborted);
        return read.ToArray();
    }

    public static Task WriteJsonAsync<T>(this HttpResponse response, int status, T body, JsonTypeInfo<T> type)
    {
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        // Tokens and conversations are nobody else's; a shared cache must not keep them.
        response.Headers.CacheControl = "no-store";
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, type);
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, 0, bytes.Length);
    }
}
