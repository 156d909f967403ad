using System.Net.Http.Headers;
using System.Text;

namespace StandIns.Webhooks;

/// <summary>One call that a service makes to the assistant: the body byte for byte, and the headers.</summary>
public sealed record Webhook(byte[] Body, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public Webhook With(string header, string? value)
    {
        var headers = new Dictionary<string, string>(Headers);
        if (value is null) headers.Remove(header);
        else headers[header] = value;
        return this with { Headers = headers };
    }

    /// <summary>The request to send; each call makes a new one, as for a redelivery.</summary>
    public HttpRequestMessage To(string url)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in Headers) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}
