using System.Net;
using System.Text;
using System.Text.Json;

namespace StandIns.Tests;

/// <summary>Plain calls, written out by hand.</summary>
internal static class Wire
{
    private static readonly HttpClient Client = new();

    public static async Task<(HttpStatusCode Status, JsonElement Body)> JsonAsync(string method, string url, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), url);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await ReadAsync(request, headers);
    }

    public static Task<(HttpStatusCode Status, JsonElement Body)> FormAsync(string url, Dictionary<string, string> form, params (string Name, string Value)[] headers) =>
        ReadAsync(new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(form) }, headers);

    private static async Task<(HttpStatusCode, JsonElement)> ReadAsync(HttpRequestMessage request, (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.StartsWith('{') ? JsonSerializer.Deserialize<JsonElement>(text) : default);
    }
}
