using StandIns.Serving;

namespace StandIns.Graph;

/// <summary>An error of the Graph API with its number, its further number, and the HTTP status that it comes with.</summary>
public sealed record GraphError(int Code, int? Subcode, string Message, int Status = 400, string Type = "OAuthException")
{
    /// <summary>The documented errors that may meet any call; those with a further number are named by it too.</summary>
    public static IReadOnlyList<GraphError> All { get; } =
    [
        new(1, 99, "An unknown error occurred."),
        new(2, null, "(#2) An unexpected error has occurred. Please retry your request later."),
        new(4, null, "(#4) Application request limit reached"),
        new(10, 2018278, "(#10) This message is sent outside of allowed window.", 403),
        new(10, 1893063, "(#10) The page is temporarily restricted.", 403),
        new(17, null, "(#17) User request limit reached"),
        new(32, null, "(#32) Page request limit reached"),
        new(100, null, "(#100) Invalid parameter"),
        new(100, 2018001, "(#100) No matching user found"),
        new(190, 463, "Error validating access token: Session has expired."),
        new(200, 1545041, "(#200) This person isn't receiving messages from you right now.", 403),
        new(230, null, "(#230) Requires pages_messaging permission to manage the object", 403),
        new(368, null, "(#368) The action attempted has been deemed abusive or is otherwise disallowed"),
        new(551, null, "(#551) This person isn't available right now.", 403),
        new(613, null, "(#613) Calls to this api have exceeded the rate limit."),
        new(1200, null, "(#1200) Temporary send message failure. Please try again later."),
        new(80001, null, "(#80001) There have been too many calls to this Page account."),
    ];

    /// <summary>The documented error of that number or further number.</summary>
    public static GraphError? Find(int code) => All.FirstOrDefault(e => e.Subcode == code) ?? All.FirstOrDefault(e => e.Code == code);

    public static GraphError Invalid(string why) => new(100, null, "(#100) " + why);

    public Answer Answer()
    {
        var error = new Dictionary<string, object> { ["message"] = Message, ["type"] = Type, ["code"] = Code };
        if (Subcode is { } subcode) error["error_subcode"] = subcode;
        error["fbtrace_id"] = "AbCdEfGhIjK";
        return Serving.Answer.Json(Status, new { error });
    }
}
