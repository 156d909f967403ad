namespace Bot.Channels.Connector.Access;

/// <summary>The address that an activity is sent to.</summary>
public static class ReplyUrl
{
    /// <summary>Below the service's own path, if it has one; a reply names the activity that it answers.</summary>
    public static Uri Of(string serviceUrl, string conversationId, string? activityId = null)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var service) || service.Scheme is not ("https" or "http") || service is not { Query: "", Fragment: "", UserInfo: "" })
            throw new ArgumentException("The service's address is not one to send to.", nameof(serviceUrl));
        var path = service.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/v3/conversations/" + Segment(conversationId, nameof(conversationId)) + "/activities";
        return new Uri(activityId is null ? path : path + "/" + Segment(activityId, nameof(activityId)));
    }

    // Dots cannot be encoded away: every reader of an address takes "%2e%2e" for "..", and would climb.
    private static string Segment(string id, string name) => id is "" or "." or ".."
        ? throw new ArgumentException("The id names no place.", name)
        : Uri.EscapeDataString(id);
}
