using System.Text.Json.Nodes;
using StandIns.Serving;

namespace StandIns.Portal;

/// <summary>An HTTP portal in the shape of the national sync services: strict about every question, and it tells whoever has the token everything.</summary>
public sealed class PortalStandIn : StandIn
{
    public const string Path = "/api/hoso";

    private readonly List<JsonObject> dossiers = [];

    public PortalStandIn(TimeProvider? time = null) : base(time, Busy(TimeSpan.FromSeconds(1)))
    {
    }

    public string Token { get; init; } = "token-of-the-stand-in";

    public static async Task<PortalStandIn> StartedAsync(TimeProvider? time = null, int port = 0)
    {
        var standIn = new PortalStandIn(time);
        await standIn.StartAsync(port);
        return standIn;
    }

    /// <summary>Too many questions: ask again after so long.</summary>
    public static Answer Busy(TimeSpan after) =>
        Answer.Json(429, new { error_code = "429", message = "Quá nhiều yêu cầu" }) with { Headers = new Dictionary<string, string> { ["Retry-After"] = $"{after.TotalSeconds:0}" } };

    /// <summary>An answer with an error of the portal's own.</summary>
    public static Answer Fails(string code) => Answer.Json(200, new { error_code = code, message = "Lỗi xử lý", result = Array.Empty<object>() });

    /// <summary>A successful answer with the dossiers, whoever asked for which.</summary>
    public static Answer Tells(params JsonObject[] told) => Answer.Json(200, new { error_code = "0", message = "", result = told });

    /// <summary>The dossier is held from now on, in place of one with the same code.</summary>
    public void Hold(JsonObject dossier) => Locked(() =>
    {
        dossiers.RemoveAll(held => (string?)held["MaHoSo"] == (string?)dossier["MaHoSo"]);
        dossiers.Add(dossier);
    });

    /// <summary>Any number: the portal's own codes are documented nowhere.</summary>
    public override Answer? Error(int code) => Fails($"{code}");

    protected override Verdict Decide(Incoming request)
    {
        if (request.Path != Path) return Answer.Page(404);
        if (request.Method != "POST") return Answer.Page(405);
        if (request.Bearer != Token) return Answer.Json(401, new { error_code = "401", message = "Token không hợp lệ" });
        if (!request.IsJson) return Answer.Page(415);
        if (request.Object() is not { } body || body.Unknown("service", "MaHoSo") is not null || body.Text("service") != "TraCuuHoSo" || body.Text("MaHoSo") is not { } code)
            return Answer.Json(400, new { error_code = "400", message = "Yêu cầu không đúng mẫu" });
        return new Verdict(Tells([.. dossiers.Where(held => (string?)held["MaHoSo"] == code || (string?)held["MaHoSoKhac"] == code)]), Accepted: true);
    }
}
