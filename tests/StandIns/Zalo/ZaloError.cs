using StandIns.Serving;

namespace StandIns.Zalo;

/// <summary>An error of the OpenAPI: it comes with HTTP status 200, and only the body tells.</summary>
public static class ZaloError
{
    /// <summary>The documented numbers and what they say.</summary>
    public static IReadOnlyDictionary<int, string> All { get; } = new Dictionary<int, string>
    {
        [-32] = "Application is exceeded the limit request",
        [-108] = "Phone number is invalid",
        [-114] = "User can not receive the message",
        [-115] = "Out of money",
        [-117] = "OA has no right to the template",
        [-118] = "Zalo account is not existed",
        [-119] = "Account can not receive the message",
        [-131] = "Template is not approved",
        [-133] = "Template can not be sent at night",
        [-139] = "User refused to receive this type of message",
        [-140] = "User refused to receive messages of this purpose",
        [-141] = "User refused to receive messages from OA",
        [-144] = "Daily limit of the template is reached",
        [-146] = "Template is disabled for its quality",
        [-201] = "Params is invalid",
        [-209] = "Application is not activated",
        [-210] = "Params is over limit",
        [-211] = "Quota is out",
        [-212] = "OA is not register api",
        [-213] = "User has not followed OA",
        [-216] = "Access token is invalid",
        [-217] = "User has blocked OA",
        [-218] = "Out of quota to send to this user",
        [-219] = "App has been removed or disabled",
        [-220] = "Access token has been expired or removed",
        [-221] = "OA is not verified",
        [-223] = "OA has not granted this api",
        [-224] = "OA needs a higher package",
        [-227] = "User is banned or has been inactive for more than 45 days",
        [-230] = "User has not interacted with OA in the past 7 days",
        [-232] = "User has not interacted with OA recently",
        [-233] = "Message type is not supported",
        [-234] = "Message can not be sent at night",
        [-240] = "API v2 has been shut down",
        [-244] = "User has restricted this type of message from OA",
        [-248] = "Message violates the content policy",
        [-320] = "App is not linked to a Zalo Cloud Account",
        [-321] = "Zalo Cloud Account is out of money",
    };

    public static Answer Answer(int code, string? detail = null) =>
        Serving.Answer.Json(200, new { error = code, message = detail is null ? All[code] : $"{All[code]}: {detail}" });
}
