using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace StandIns.Serving;

/// <summary>The two addresses by which another process reads a stand-in's log and orders faults; they are not logged themselves.</summary>
internal static class ControlRoutes
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static async Task<bool> TryAsync(StandIn standIn, Incoming request, HttpContext context)
    {
        var answer = (request.Method, request.RawPath) switch
        {
            ("GET", "/_calls") => new Answer(200, JsonSerializer.Serialize(standIn.Calls.All, Web)),
            ("DELETE", "/_calls") => Forget(standIn),
            ("POST", "/_faults") => Order(standIn, request.Text),
            ("DELETE", "/_faults") => Order(standIn, """{"kind":"clear"}"""),
            _ => null,
        };
        if (answer is null) return false;
        await StandIn.WriteAsync(context.Response, answer);
        return true;
    }

    private static Answer Forget(StandIn standIn)
    {
        standIn.Calls.Clear();
        return Answer.Empty(204);
    }

    private static Answer Order(StandIn standIn, string body)
    {
        try
        {
            var order = JsonSerializer.Deserialize<FaultOrder>(body, Web) ?? throw new JsonException("null");
            order.Give(standIn);
            return Answer.Empty(204);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return Answer.Json(400, new { error = e.Message });
        }
    }
}
